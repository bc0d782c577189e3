import type { Reading, TextInfo } from "./model/reading.ts";
import { findStatementsIn, type StatementData } from "./statements/find-statements.ts";
import { annotate, type TextData } from "./text/annotate.ts";

/** What a text is read with: gazetteer, lexicon and precisions, each the shipped one where left out. */
export interface ReadData extends TextData, StatementData {}

/** What the rules find in one text alone: language, parts, sentences, names, dates, counts and statements. */
export function readText(info: TextInfo, data: ReadData = {}): Reading {
  const annotation = annotate(info, data);
  return {
    text: annotation.id,
    language: annotation.language,
    parts: annotation.parts,
    sentences: annotation.sentences.map(({ tokens: _, ...sentence }) => sentence),
    mentions: annotation.mentions,
    dates: annotation.dates,
    counts: annotation.counts,
    statements: findStatementsIn(annotation, data),
    problems: annotation.problems,
  };
}
