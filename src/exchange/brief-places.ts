import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { AssessedDocument, Assessment, Quoted } from "../core/model/assessment.ts";
import { type Element, el } from "./html.ts";
import { lineageWords } from "./lineage-words.ts";
import { docLink, shapeOf } from "./places.ts";
import { sourceLink } from "./text-facts.ts";

// Apart from places.ts, which the workbench loads too: the wordings are on the server alone.

/** The place of words of a document as a brief prints it, in its language, as a link to the document's row. */
function briefPlace(assessment: Assessment, document: AssessedDocument, place: string): Element {
  return sourceLink(shapeOf(assessment, document.id), place, {
    href: `#doc-${document.position}`,
    spoken: lineageWords(assessment.brief.language).spoken,
  });
}

/** The place of words as the brief's language has it, as a link to the document's row. */
export function placeOf(assessment: Assessment, { document: id, paragraph }: Quoted): Element {
  const document = assessment.documents.find((d) => d.id === id);
  if (document === undefined) return docLink(assessment, undefined);
  return briefPlace(assessment, document, wordingOf(assessment.brief.language).place(document.position, paragraph));
}

/** "doc 2" in the brief's language, as a link to the document's row. */
export function briefDoc(assessment: Assessment, document: AssessedDocument): Element {
  const words = assessment.brief.language === "ar" ? `وثيقة ${document.position}` : `doc ${document.position}`;
  return briefPlace(assessment, document, words);
}

/** A place that a brief prints as words, "doc 2, par 3", made a link where the document is here. */
export function placeLink(assessment: Assessment, place: string): Element {
  const position = Number(/^\D{0,20}(\d+)/.exec(place)?.[1]);
  const document = assessment.documents.find((d) => d.position === position);
  return document === undefined ? el("span", { class: "src" }, place) : briefPlace(assessment, document, place);
}
