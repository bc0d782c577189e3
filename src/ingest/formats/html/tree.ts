// A page as a flat list of steps: what opens, what closes, what is said; within limits on nesting, elements and time.

import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from "parse5";
import { type Problem, problem } from "../../../core/model/problem.ts";
import type { FormatContext } from "../format.ts";

export type Element = DefaultTreeAdapterMap["element"];
export type TextNode = DefaultTreeAdapterMap["textNode"];
type Node = DefaultTreeAdapterMap["node"];

export type Step =
  | { readonly is: "open"; readonly element: Element; readonly hidden: boolean }
  | { readonly is: "close"; readonly element: Element }
  | { readonly is: "text"; readonly node: TextNode; readonly id: number; readonly hidden: boolean };

class LimitReached extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Elements whose words no reader sees, or that are no words of the page. */
const SILENT = new Set(
  "title script style template noscript svg iframe object embed canvas audio video select textarea option datalist map".split(
    " ",
  ),
);

/** The steps of the page, or why it is refused. */
export function stepsOf(raw: string, context: FormatContext): readonly Step[] | Problem {
  try {
    const document = parse(raw, {
      sourceCodeLocationInfo: true,
      scriptingEnabled: false,
      treeAdapter: guarded(context),
    });
    return flatten(document);
  } catch (error) {
    if (error instanceof LimitReached) return error.problem;
    throw error;
  }
}

/** parse5's own tree, given up as soon as a limit is passed: a page nested 100,000 deep is never built. */
function guarded({ name, limits, late }: FormatContext): TreeAdapter<DefaultTreeAdapterMap> {
  let open = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...args) {
      elements++;
      if (elements > limits.elements) {
        throw new LimitReached(problem("page-too-large", { name, limit: limits.elements }));
      }
      if (elements % 256 === 0 && late()) throw new LimitReached(problem("out-of-time", { name }));
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush() {
      open++;
      if (open > limits.nesting) {
        throw new LimitReached(problem("nested-too-deep", { name, what: "elements", limit: limits.nesting }));
      }
    },
    onItemPop() {
      open--;
    },
  };
}

type Task = { readonly enter: Node; readonly hidden: boolean } | { readonly leave: Element };

/** Without recursion: misnested tags can pile up deeper than the stack of open elements was. */
function flatten(document: Node): Step[] {
  const steps: Step[] = [];
  const tasks: Task[] = [{ enter: document, hidden: false }];
  let id = 0;
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if ("leave" in task) {
      steps.push({ is: "close", element: task.leave });
      continue;
    }
    const { enter: node } = task;
    if (isText(node)) {
      steps.push({ is: "text", node, id: id++, hidden: task.hidden });
      continue;
    }
    if (!("childNodes" in node)) continue;
    const hidden = task.hidden || (isElement(node) && isHidden(node));
    if (isElement(node)) {
      steps.push({ is: "open", element: node, hidden });
      tasks.push({ leave: node });
    }
    if (isElement(node) && SILENT.has(node.tagName)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) tasks.push({ enter: node.childNodes[i]!, hidden });
  }
  return steps;
}

function isText(node: Node): node is TextNode {
  return node.nodeName === "#text";
}

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

const UNSEEN =
  /(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|opacity\s{0,9}:\s{0,9}0(?:\.0{1,9})?(?:[;\s!]|$)|font-size\s{0,9}:\s{0,9}0(?:[a-z%]{0,4})?(?:[;\s!]|$))/i;

function isHidden(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      (name === "hidden" && value !== "until-found") ||
      (name === "aria-hidden" && value === "true") ||
      (name === "style" && UNSEEN.test(value.slice(0, 2_000))),
  );
}

/** The attribute's value, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((a) => a.name === name)?.value;
}

/** The words of an element that holds only text, as title and script do. */
export function ownText(element: Element): string {
  return element.childNodes.map((n) => (isText(n) ? n.value : "")).join("");
}
