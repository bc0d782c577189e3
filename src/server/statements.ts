// All statements of a case as rows, read text by text from what is remembered, so that the first rows don't wait for the last text.

import type { KnownDocument } from "../core/known.ts";
import type { Entry } from "../core/model/event.ts";
import type { Memo } from "../core/model/memo.ts";
import type { Reading } from "../core/model/reading.ts";
import type { Statement } from "../core/model/statement.ts";
import { rememberedReading } from "../core/remember.ts";
import type { StatementFilter, StatementMarks, StatementPage, StatementRow } from "./api.ts";

export type Decisions = ReadonlyMap<string, Entry<"statement.decided">>;

interface Indexed {
  readonly row: StatementRow;
  /** What is searched, in lower case. */
  readonly words: string;
  readonly own: boolean;
}

/** The rows of one state of a case. */
export interface StatementIndex {
  page(filter: StatementFilter, figures: ReadonlyMap<string, number> | null): Promise<StatementPage>;
}

/** Texts read between two looks at what else is to be done. */
const AT_ONCE = 1;
const MOST = 1_000;

/** Begins to read at once and goes on between requests; a page that is asked for early waits for its own rows only. */
export function indexStatements(documents: readonly KnownDocument[], decisions: Decisions, memo: Memo): StatementIndex {
  const rows: Indexed[] = [];
  let read = 0;
  const step = () => {
    for (const document of documents.slice(read, read + AT_ONCE)) {
      rows.push(...rowsOf(document, decisions, memo));
      read++;
    }
  };
  const idle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const whole = (async () => {
    while (read < documents.length) {
      step();
      await idle();
    }
  })();
  whole.catch(() => {}); // told to whoever asks for a page
  return {
    async page(filter, figures) {
      const { from = 0, count = 100 } = filter;
      const fits = matcher(filter);
      const found: Indexed[] = [];
      for (let looked = 0; ; ) {
        for (; looked < rows.length; looked++) {
          const row = rows[looked] as Indexed;
          if (fits(row)) found.push(row);
        }
        const enough = filter.order !== "queue" && found.length >= from + count;
        if (enough || read === documents.length) break;
        await Promise.race([idle(), whole]);
      }
      const ordered = filter.order === "queue" ? queued(found, figures) : found;
      const shown = ordered.slice(from, from + Math.min(count, MOST));
      return {
        rows: shown.map(({ row }) => ({ ...row, figures: figures?.get(row.id) ?? (figures === null ? null : 0) })),
        total: found.length,
        read,
        documents: documents.length,
      };
    },
  };
}

function matcher({ words, act, status, document, own }: StatementFilter): (indexed: Indexed) => boolean {
  const wanted = (words ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== "");
  return (i) =>
    (own === true || !i.own) &&
    (act === undefined || i.row.act === act) &&
    (status === undefined || i.row.status === status) &&
    (document === undefined || i.row.document === document) &&
    wanted.every((w) => i.words.includes(w));
}

/** Undecided first, those that most figures rest on before the others, then the surest. */
function queued(found: readonly Indexed[], figures: ReadonlyMap<string, number> | null): Indexed[] {
  const weight = ({ row }: Indexed) => figures?.get(row.id) ?? 0;
  const open = ({ row }: Indexed) => (row.status === "proposed" ? 0 : 1);
  return [...found].sort((a, b) => open(a) - open(b) || weight(b) - weight(a) || b.row.precision - a.row.precision);
}

function rowsOf(document: KnownDocument, decisions: Decisions, memo: Memo): Indexed[] {
  const reading = rememberedReading(document.info, memo);
  const own = reading.statements.map((s) => rowOf(s, { document, reading, decisions }));
  const found = new Set(reading.statements.map((s) => s.id));
  const added = [...decisions.values()].filter(
    (d) => d.body.statement?.sentence.text === document.text && !found.has(d.body.key) && d.body.answer !== "rejected",
  );
  return [...own, ...added.map((d) => rowOf(d.body.statement as Statement, { document, reading, decisions }))];
}

interface InText {
  readonly document: KnownDocument;
  readonly reading: Reading;
  readonly decisions: Decisions;
}

function rowOf(proposed: Statement, { document, reading, decisions }: InText): Indexed {
  const decided = decisions.get(proposed.id)?.body;
  const s = decided?.statement ?? proposed;
  const { text } = document.info;
  const first = s.content[0] ?? s.sentence;
  const last = s.content.at(-1) ?? s.sentence;
  const row: StatementRow = {
    id: proposed.id,
    document: document.id,
    position: document.position,
    text: document.text,
    paragraph: reading.sentences.find((x) => x.start <= s.sentence.start && s.sentence.start < x.end)?.paragraph ?? 1,
    speaker: s.speaker.label ?? null,
    speakerIs: s.speaker.is,
    act: s.act,
    target: s.target?.label ?? null,
    factuality: s.factuality,
    voice: s.voice ?? null,
    quote: text.slice(first.start, Math.max(first.end, last.end)),
    status: decided?.answer ?? "proposed",
    precision: s.precision,
    figures: null,
  };
  const words = `${row.speaker ?? ""}\n${row.target ?? ""}\n${row.quote}`.toLowerCase();
  return { row, words, own: s.frame === "own-voice" };
}

/** The statements of one text with their places, as decided where they are. */
export function marksOf(document: KnownDocument, decisions: Decisions, memo: Memo): readonly StatementMarks[] {
  return rememberedReading(document.info, memo).statements.flatMap((proposed) => {
    const decided = decisions.get(proposed.id)?.body;
    const s = decided?.statement ?? proposed;
    if (s.frame === "own-voice" && decided === undefined) return [];
    return [
      {
        id: proposed.id,
        sentence: s.sentence,
        cue: s.cue?.span ?? null,
        content: s.content,
        speaker: s.speaker.span ?? null,
        status: decided?.answer ?? ("proposed" as const),
        proposed: s,
      },
    ];
  });
}
