import type { AssessedDocument, Assessment, Quoted } from "../core/model/assessment.ts";
import type { DocumentId } from "../core/model/id.ts";
import type { Span } from "../core/model/span.ts";
import { type Child, type Element, el } from "./html.ts";
import { sourceLink } from "./text-facts.ts";

/** What a document is called: who published it, else its title, else its file's name. */
export function documentName({ publisher, title, name }: AssessedDocument): string {
  return publisher ?? title ?? name;
}

/** Whether a document is an origin or was made from another, as the assessment's lineage has it. */
export function shapeOf({ lineage }: Assessment, id: DocumentId): "origin" | "copy" {
  return lineage.edges.some((edge) => edge.to === id && !edge.possible && isDerived(edge.relation)) ? "copy" : "origin";
}

const DERIVED: ReadonlySet<string> = new Set(["verbatim", "light-edit", "heavy-rewrite"]);

function isDerived(relation: string): boolean {
  return DERIVED.has(relation);
}

/** "doc 2, par 3" as a link to the document's row. */
export function docLink(assessment: Assessment, document: AssessedDocument | undefined, more = ""): Element {
  if (document === undefined) return el("span", { class: "src" }, "a document that is not here");
  return sourceLink(shapeOf(assessment, document.id), `doc ${document.position}${more}`, {
    href: `#doc-${document.position}`,
  });
}

/** The words of a document with their place. */
export function quoteWithPlace(
  quote: Quoted,
  assessment: Assessment,
): { readonly place: Element; readonly language: string | undefined } {
  const document = assessment.documents.find((d) => d.id === quote.document);
  return { place: docLink(assessment, document, `, par ${quote.paragraph}`), language: document?.language };
}

function documentOf(assessment: Assessment, span: Span): AssessedDocument | undefined {
  return assessment.documents.find((d) => d.text === span.text);
}

export function languageOfSpan(assessment: Assessment, span: Span): string | undefined {
  return documentOf(assessment, span)?.language;
}

/** The document of a span, with the place in its text. */
export function placeOfSpan(assessment: Assessment, span: Span): Child {
  return [
    docLink(assessment, documentOf(assessment, span)),
    el("span", { class: "soft" }, ` ${span.start}\u2013${span.end}`),
  ];
}
