// A text with places marked in it. The words stay text; the marks never change a character.

import { Fragment, type ReactNode, useContext, useMemo } from "react";
import type { Span } from "../core/model/span.ts";
import { shownText } from "../exchange/shown.ts";
import { BoundaryContext, Handle } from "./boundary.tsx";

export interface TextMark extends Span {
  readonly id: string;
  readonly className: string;
  readonly label?: string;
}

interface MarkedProps {
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
  readonly marks: readonly TextMark[];
  readonly language?: string | undefined;
  readonly onMark?: ((id: string) => void) | undefined;
  /** Each paragraph's number, from the first. */
  readonly numbered?: boolean;
}

/** The text in its paragraphs; where marks lie over each other the shortest is drawn. */
export function MarkedText({
  text,
  from = 0,
  to = text.length,
  marks,
  language,
  onMark,
  numbered = false,
}: MarkedProps): ReactNode {
  const boundary = useContext(BoundaryContext)?.at;
  const paragraphs = useMemo(() => paragraphsOf(text, from, to), [text, from, to]);
  return (
    <div className="doc" dir="auto" {...(language !== undefined && language !== "und" && { lang: language })}>
      {paragraphs.map(({ start, end, number }) => (
        <p className="q" dir="auto" key={start} {...(numbered && { "data-n": number })}>
          {pieces(text, { start, end }, marks).map((piece) => (
            <Fragment key={piece.start}>
              {boundary?.start === piece.start ? <Handle edge="start" /> : null}
              <Words piece={piece} words={text.slice(piece.start, piece.end)} onMark={onMark} />
              {boundary?.end === piece.end ? <Handle edge="end" /> : null}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

interface WordsProps {
  readonly piece: Piece;
  readonly words: string;
  readonly onMark: ((id: string) => void) | undefined;
}

function Words({ piece: { start, end, mark }, words, onMark }: WordsProps) {
  const place = `${start}-${end}`;
  if (mark === null) return <span data-at={place}>{shownText(words)}</span>;
  if (onMark === undefined) {
    return (
      <span className={mark.className} data-at={place}>
        {shownText(words)}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`inline ${mark.className}`}
      aria-label={mark.label}
      onClick={() => onMark(mark.id)}
    >
      {shownText(words)}
    </button>
  );
}

interface Paragraph extends Span {
  readonly number: number;
}

function paragraphsOf(text: string, from: number, to: number): readonly Paragraph[] {
  const out: Paragraph[] = [];
  let number = 0;
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    if (line.trim() !== "") {
      number++;
      if (end > from && start < to) out.push({ start: Math.max(start, from), end: Math.min(end, to), number });
    }
    start = end + 1;
  }
  return out;
}

interface Piece extends Span {
  readonly mark: TextMark | null;
}

function pieces(text: string, within: Span, marks: readonly TextMark[]): readonly Piece[] {
  const here = marks.filter((m) => m.start < within.end && m.end > within.start);
  const cuts = new Set([within.start, within.end]);
  for (const m of here) {
    cuts.add(Math.max(m.start, within.start));
    cuts.add(Math.min(m.end, within.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  const out: Piece[] = [];
  for (const [i, start] of ordered.entries()) {
    const end = ordered[i + 1];
    if (end === undefined || end <= start) continue;
    const over = here
      .filter((m) => m.start <= start && m.end >= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const mark = over[0] ?? null;
    const last = out.at(-1);
    if (last && last.mark === mark && last.end === start) out[out.length - 1] = { ...last, end };
    else out.push({ start, end, mark });
  }
  return text.length === 0 ? [] : out;
}
