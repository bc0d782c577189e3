// What a page says of itself in JSON-LD. Untrusted: bounded in size and depth, read by own properties only.

export interface ArticleData {
  readonly headline?: string;
  readonly published?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly language?: string;
}

const LONGEST = 500_000;
const DEEPEST = 16;
const MOST_NODES = 5_000;
const MOST_AUTHORS = 10;
const ARTICLE = /(?:Article|Posting|ReportageNewsArticle|Report)$/;

type Data = Readonly<Record<string, unknown>>;

/** The first article that the scripts describe, and for each script that could not be used why not. */
export function articleData(scripts: readonly string[]): {
  readonly article?: ArticleData;
  readonly skipped: readonly string[];
} {
  const skipped: string[] = [];
  for (const script of scripts.slice(0, 20)) {
    if (script.length > LONGEST) {
      skipped.push(`${script.length} characters, more than ${LONGEST}`);
      continue;
    }
    const found = parsed(script);
    if (found === undefined) skipped.push("no JSON");
    else {
      const node = findArticle(found.value);
      if (node === "too much") skipped.push(`more than ${MOST_NODES} objects or ${DEEPEST} levels`);
      else if (node) return { article: readArticle(node), skipped };
    }
  }
  return { skipped };
}

function parsed(script: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(script.replace(/^\s*<!--|-->\s*$/g, "")) };
  } catch {
    return undefined;
  }
}

/** The first object of an article's type, level by level. */
function findArticle(root: unknown): Data | "too much" | null {
  let level: unknown[] = [root];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return "too much";
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== "object" || node === null) continue;
      if (++seen > MOST_NODES) return "too much";
      if (!Array.isArray(node) && list(own(node as Data, "@type")).some((t) => ARTICLE.test(String(t).slice(0, 200)))) {
        return node as Data;
      }
      for (const value of Object.values(node)) if (typeof value === "object") next.push(value);
    }
    level = next;
  }
  return null;
}

function readArticle(node: Data): ArticleData {
  const headline = words(own(node, "headline") ?? own(node, "name"));
  const published = words(own(node, "datePublished") ?? own(node, "dateCreated"));
  const publisher = nameOf(own(node, "publisher") ?? own(node, "sourceOrganization"));
  const language = words(own(node, "inLanguage"));
  const authors = list(own(node, "author") ?? own(node, "creator"))
    .slice(0, MOST_AUTHORS)
    .map(nameOf);
  return {
    authors: authors.filter((a) => a !== undefined),
    ...(headline !== undefined && { headline }),
    ...(published !== undefined && { published }),
    ...(publisher !== undefined && { publisher }),
    ...(language !== undefined && { language }),
  };
}

/** Never what the prototype has: `__proto__` in JSON is a key like any other. */
function own(node: Data, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function words(value: unknown): string | undefined {
  const first = list(value)[0];
  return typeof first === "string" ? first : undefined;
}

function nameOf(value: unknown): string | undefined {
  const first = list(value)[0];
  if (typeof first === "object" && first !== null && !Array.isArray(first)) return words(own(first as Data, "name"));
  return words(first);
}
