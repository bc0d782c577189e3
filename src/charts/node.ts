/** A piece of a drawing or a page as plain data: the exporter writes it out, a view can render it as it is. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

/** What a child may be; left out where it is `null` or `false`. */
export type Child = Node | number | null | false | readonly Child[];

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element. Attributes that are `null`, `false` or undefined are left out; `true` gives an empty value. */
export function el(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  const kept = Object.entries(attributes).flatMap(([name, value]) =>
    value === null || value === undefined || value === false ? [] : [[name, value === true ? "" : value] as const],
  );
  return { tag, attributes: Object.fromEntries(kept), children: flat(children) };
}

function flat(children: readonly Child[]): Node[] {
  return children.flatMap((child): Node[] => {
    if (child === null || child === false || child === "") return [];
    if (typeof child === "number") return [String(child)];
    if (typeof child === "string" || "tag" in child) return [child];
    return flat(child);
  });
}

/** The words of a node, without its marks. */
export function textOf(node: Node): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

const PAGE_TAGS =
  "a article aside b bdi br caption dd details div dl dt em figcaption figure footer h1 h2 h3 header hr li main nav ol p q section small span strong summary sup table tbody td tfoot th thead time tr ul";
const DRAWING_TAGS = "circle defs desc g line path pattern polygon rect svg text title tspan";
const TAGS: ReadonlySet<string> = new Set(`${PAGE_TAGS} ${DRAWING_TAGS}`.split(" "));
const EMPTY_TAGS: ReadonlySet<string> = new Set(["br", "hr"]);
/** No `style`, no `src`, nothing that runs: the page's policy forbids them, and so do we. */
const ATTRIBUTES =
  /^(?:aria-[a-z]+|data-[a-z]+|class|id|role|lang|dir|title|href|rel|colspan|rowspan|scope|tabindex|open|datetime|start|viewBox|preserveAspectRatio|width|height|x|y|dx|dy|x1|y1|x2|y2|cx|cy|r|rx|ry|d|points|fill|stroke|stroke-width|stroke-dasharray|transform|text-anchor|dominant-baseline|direction|patternUnits|patternTransform|vector-effect|overflow|xmlns)$/;

export interface Writing {
  /** How words are written; `inDrawing` where no mark of the page may stand. */
  readonly text: (words: string, inDrawing: boolean) => string;
  /** How words in an attribute are written, not yet escaped. */
  readonly attribute: (words: string) => string;
}

/** The node as markup. Throws on a tag, an attribute or a link that has no place in what we give out: such a node is a mistake of ours. */
export function write(node: Node, writing: Writing, inDrawing = false): string {
  if (typeof node === "string") return writing.text(node, inDrawing);
  const { tag, attributes, children } = node;
  if (!TAGS.has(tag)) throw new Error(`<${tag}> has no place in a page`);
  const drawing = inDrawing || tag === "svg";
  const written = Object.entries(attributes).map(([name, value]) => attributeText(tag, name, String(value), writing));
  const open = `<${[tag, ...written].join(" ")}`;
  if (EMPTY_TAGS.has(tag)) return `${open}>`;
  if (drawing && tag !== "svg" && children.length === 0) return `${open}/>`;
  return `${open}>${children.map((child) => write(child, writing, drawing)).join("")}</${tag}>`;
}

function attributeText(tag: string, name: string, value: string, writing: Writing): string {
  if (!ATTRIBUTES.test(name)) throw new Error(`${name} has no place on <${tag}>`);
  if (name === "href" && !/^(?:#|https?:\/\/)/.test(value)) throw new Error("a link leads into the page or to http(s)");
  return `${name}="${escapeMarkup(writing.attribute(value))}"`;
}

/** The text with the five characters of markup written as references. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The drawing as a file of its own. Throws where `write` does. */
export function toSvg(node: Element): string {
  const alone = { ...node, attributes: { xmlns: "http://www.w3.org/2000/svg", ...node.attributes } };
  return write(alone, { text: escapeMarkup, attribute: (value) => value });
}
