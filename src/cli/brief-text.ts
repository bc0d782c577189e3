import type { AssessedDocument } from "../core/model/assessment.ts";
import type { Brief, BriefLanguage, BriefNote, BriefPart, BriefSentence } from "../core/model/brief.ts";
import { type BriefWords, briefWords } from "../exchange/brief-words.ts";
import { clean, type Paint, wrap } from "./terminal.ts";

/** The brief for a terminal: sections, sentences with their notes' numbers, then the notes with the sources' words. */
export function briefText(brief: Brief, paint: Paint, columns: number): string[] {
  const words = briefWords(brief.language);
  const said = (s: BriefSentence) => sentenceText(s, words);
  return [
    paint.bold("─".repeat(Math.min(columns, 80))),
    ...(brief.demonstration === null ? [] : [paint.soft(clean(brief.demonstration))]),
    ...brief.sections.flatMap((section) => [
      ...(section.heading === "" ? [] : ["", paint.bold(clean(section.heading))]),
      ...(section.list
        ? section.sentences.flatMap((s) => lines(`– ${said(s)}`, columns, "  "))
        : lines(section.sentences.map(said).join(" "), columns)),
    ]),
    "",
    paint.bold(words.notes),
    ...brief.notes.flatMap((n) => lines(`${n.number}  ${noteText(n, words)}`, columns, "   ")),
  ];
}

function noteText({ quote, place, text }: BriefNote, words: BriefWords): string {
  const [open, close] = words.marks;
  const quoted = quote === undefined ? "" : `${open}${apart(quote, words)}${close} `;
  return [quoted, clean(place ?? ""), clean(text ?? "")].filter((x) => x !== "").join(" ");
}

/** Which document each number of the brief stands for: its name, publisher and day. */
export function documentsText(
  documents: readonly AssessedDocument[],
  { paint, columns, language = "en" }: { paint: Paint; columns: number; language?: BriefLanguage },
): string[] {
  const words = briefWords(language);
  const line = ({ position, name, publisher, published }: AssessedDocument) => {
    const when = published === null ? words.undated : words.when(published);
    const named = [name, ...(publisher ? [publisher] : [])].map((x) => apart(x, words));
    return `${position} ${[...named, clean(when)].join(words.comma)}`;
  };
  return ["", paint.bold(words.documents), ...documents.flatMap((d) => lines(line(d), columns, "   "))];
}

function sentenceText(s: BriefSentence, words: BriefWords): string {
  const notes = s.notes.length === 0 ? "" : ` [${s.notes.join(", ")}]`;
  return `${s.parts.map((part) => partText(part, words)).join("")}${notes}`;
}

function partText(part: BriefPart, words: BriefWords): string {
  switch (part.is) {
    case "figure":
      return clean(part.shown);
    case "likelihood":
      return clean(part.words.join(words.to));
    case "quote":
      return `${words.marks[0]}${apart(part.text, words)}${words.marks[1]}`;
    default:
      return part.name === true ? apart(part.text, words) : clean(part.text);
  }
}

/** Lines each of which a terminal sets by itself: what is still set apart at the end of one is closed, and opened again on the next. */
function lines(text: string, columns: number, hang = ""): string[] {
  let open = false;
  return wrap(text, columns, hang).map((line, i) => {
    const indent = i === 0 ? 0 : hang.length;
    const before = open ? OPEN : "";
    open = line.lastIndexOf(OPEN) > line.lastIndexOf(CLOSE) || (open && !line.includes(CLOSE));
    return `${line.slice(0, indent)}${before}${line.slice(indent)}${open ? CLOSE : ""}`;
  });
}

const [OPEN, CLOSE] = ["\u2068", "\u2069"];

/** Words from outside, set apart from the direction of an Arabic line: of whatever direction they are, they don't move what stands around them [UAX #9]. */
function apart(text: string, { direction }: BriefWords): string {
  return direction === "rtl" ? `${OPEN}${clean(text)}${CLOSE}` : clean(text);
}
