// Drawings and marks come as plain data; here they become elements. Words become text, never markup.

import { createElement, type ReactNode } from "react";
import type { Element, Node } from "../charts/node.ts";

const CAMEL = /-([a-z])/g;
const RENAMED: Readonly<Record<string, string>> = {
  class: "className",
  tabindex: "tabIndex",
  colspan: "colSpan",
  rowspan: "rowSpan",
};

function attributeName(name: string): string {
  if (name.startsWith("aria-") || name.startsWith("data-")) return name;
  return RENAMED[name] ?? name.replace(CAMEL, (_all, letter: string) => letter.toUpperCase());
}

/** A drawing as elements of the page. */
export function Drawn({ node }: { readonly node: Node | null }): ReactNode {
  return node === null ? null : drawn(node, "0");
}

function drawn(node: Node, key: string): ReactNode {
  if (typeof node === "string") return node;
  const { tag, attributes, children } = node as Element;
  const props: Record<string, unknown> = { key };
  for (const [name, value] of Object.entries(attributes)) props[attributeName(name)] = value;
  return createElement(tag, props, ...children.map((child, i) => drawn(child, String(i))));
}
