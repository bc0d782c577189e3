import type { Brief, BriefPart } from "../model/brief.ts";

type Loose = Readonly<Record<string, unknown>>;

const isObject = (x: unknown): x is Loose => typeof x === "object" && x !== null && !Array.isArray(x);
const isText = (x: unknown): x is string => typeof x === "string";
const isNumber = (x: unknown): x is number => typeof x === "number" && Number.isFinite(x);
const listOf = (x: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(x) && x.every(is);

const PARTS: Readonly<Record<BriefPart["is"], (part: Loose) => boolean>> = {
  text: ({ text }) => isText(text),
  figure: ({ id, as, shown }) => isText(id) && isText(as) && isText(shown),
  likelihood: ({ words, from, to }) => listOf(words, isText) && isText(from) && isText(to),
  quote: ({ text, note }) => isText(text) && isNumber(note),
};

const isPart = (x: unknown): boolean =>
  isObject(x) && isText(x.is) && Object.hasOwn(PARTS, x.is) && PARTS[x.is as BriefPart["is"]](x);

const isSentence = (x: unknown): boolean =>
  isObject(x) &&
  listOf(x.parts, isPart) &&
  listOf(x.notes, isNumber) &&
  (x.cites === undefined || listOf(x.cites, isText));

const isSection = (x: unknown): boolean =>
  isObject(x) && isText(x.id) && isText(x.heading) && listOf(x.sentences, isSentence);

const isNote = (x: unknown): boolean =>
  isObject(x) && isNumber(x.number) && listOf(x.figures, isText) && (x.quote === undefined || isText(x.quote));

const isFigure = (x: unknown): boolean => isObject(x) && isText(x.id) && isNumber(x.value) && isText(x.rule);

/** Whether data from outside has the shape of a brief, so that it can be linted: what it says is for the linter. */
export function isBrief(x: unknown): x is Brief {
  return (
    isObject(x) &&
    x.schema === "silverblaze/brief/1" &&
    isText(x.version) &&
    isText(x.title) &&
    (x.demonstration === null || isText(x.demonstration)) &&
    (x.checkedBy === null || isText(x.checkedBy)) &&
    listOf(x.sections, isSection) &&
    listOf(x.notes, isNote) &&
    listOf(x.figures, isFigure)
  );
}
