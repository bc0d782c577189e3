import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Statement } from "../../core/model/statement.ts";
import { shownText } from "../../exchange/shown.ts";
import type { Changed, Conflict, StatementMarks, StatementRow } from "../../server/api.ts";
import { post, Refusal } from "../api.ts";
import { useCase, useText } from "../asked.ts";
import { type Boundary, BoundaryContext, nextWord } from "../boundary.tsx";
import { keysAreOn, typing } from "../keys.ts";
import { MarkedText, type TextMark } from "../marked-text.tsx";
import { Failed, Name, Waiting } from "../parts.tsx";
import { useYou } from "../you.ts";

interface DecidingProps {
  readonly row: StatementRow;
  readonly decided: () => void;
}

type Answer = "accepted" | "rejected" | "mended";

/** One statement in its text: accept, reject, or mend its boundary and its speaker, by mouse or by key. */
export function Deciding({ row, decided }: DecidingProps) {
  const { t } = useTranslation();
  const who = useYou();
  const info = useCase();
  const asked = useText(row.document);
  const [why, setWhy] = useState("");
  const [mending, setMending] = useState(false);
  const [bounds, setBounds] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const [speaker, setSpeaker] = useState(row.speaker ?? "");
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [error, setError] = useState<Error | null>(null);
  const seen = useRef(info.data?.head.seq ?? 0);
  if (info.data !== undefined && seen.current === 0) seen.current = info.data.head.seq;
  const text = asked.data;
  const marks = text?.statements.find((s) => s.id === row.id);
  const first = marks?.content[0] ?? marks?.sentence;
  const last = marks?.content.at(-1) ?? marks?.sentence;
  const at = bounds ?? (first && last ? { start: first.start, end: Math.max(first.end, last.end) } : null);

  const write = useCallback(
    async (answer: Answer, over = false) => {
      if (text === undefined || marks === undefined || who === "") return;
      setError(null);
      const statement = statementOf(
        marks,
        text.textHash,
        answer === "mended" ? { at, speaker, text: text.text } : null,
      );
      const body = {
        key: row.id,
        answer,
        ...(answer !== "rejected" && { statement }),
        quote: text.text.slice(marks.sentence.start, marks.sentence.end),
        proposedBy: marks.proposed.rule,
        who,
        why,
      };
      try {
        const head = over ? (info.data?.head.seq ?? 0) : seen.current;
        await post<Changed>("/api/commands", { who, seen: head, ask: [{ type: "statement.decided", body }] });
        setConflicts([]);
        decided();
      } catch (failed) {
        const result = failed instanceof Refusal ? (failed.result as Changed | null) : null;
        if (result?.conflicts && result.conflicts.length > 0) setConflicts(result.conflicts);
        else setError(failed as Error);
      }
    },
    [text, marks, who, at, speaker, row.id, why, info.data, decided],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!keysAreOn() || typing(event)) return;
      if (event.key === "a") void write("accepted");
      else if (event.key === "x") void write("rejected");
      else if (event.key === "e") setMending(true);
      else if (mending && at && text && "[]{}".includes(event.key)) {
        event.preventDefault();
        setBounds(moved(at, event.key, text.text));
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [write, mending, at, text]);

  const shown = useMemo((): readonly TextMark[] => {
    if (text === undefined || marks === undefined || at === null) return [];
    const cue = marks.cue === null ? [] : [{ ...marks.cue, id: "cue", className: "sp cue" }];
    const said = marks.speaker === null ? [] : [{ ...marks.speaker, id: "speaker", className: "sp prop" }];
    return [{ ...at, id: "words", className: "sp on" }, ...cue, ...said];
  }, [text, marks, at]);

  const boundary = useMemo((): Boundary | null => {
    if (!mending || at === null || text === undefined) return null;
    const names = { start: t("statements.start"), end: t("statements.end") };
    return { text: text.text, at, names, move: setBounds };
  }, [mending, at, text, t]);

  if (asked.error) return <Failed error={asked.error} again={() => void asked.refetch()} />;
  if (text === undefined) return <Waiting />;
  const around = at === null ? { from: 0, to: 0 } : paragraphsAround(text.text, at);
  return (
    <section className="sheet deciding" aria-label={t("statements.title")}>
      <p className="head">
        <b>
          {t("doc", { n: text.position })} <Name>{text.publisher ?? text.name}</Name>
        </b>{" "}
        {row.speaker === null ? t("nobody") : <Name>{row.speaker}</Name>} · {t(`act.${row.act}`)} ·{" "}
        {t(`status.${row.status}`)}
      </p>
      <BoundaryContext value={boundary}>
        <MarkedText text={text.text} from={around.from} to={around.to} marks={shown} language={text.language} />
      </BoundaryContext>
      {mending && at !== null ? (
        <Mend
          at={at}
          text={text.text}
          speaker={speaker}
          setBounds={setBounds}
          setSpeaker={setSpeaker}
          save={() => void write("mended")}
          cancel={() => {
            setMending(false);
            setBounds(null);
          }}
          disabled={who === ""}
        />
      ) : null}
      <label className="why-field">
        {t("statements.why")} <input value={why} dir="auto" onChange={(e) => setWhy(e.currentTarget.value)} />
      </label>
      <p className="btns gap-top">
        <button type="button" className="btn" disabled={who === ""} onClick={() => void write("accepted")}>
          {t("statements.accept")} <kbd>a</kbd>
        </button>
        <button type="button" className="btn" disabled={who === ""} onClick={() => setMending(true)}>
          {t("statements.mend")} <kbd>e</kbd>
        </button>
        <button type="button" className="btn" disabled={who === ""} onClick={() => void write("rejected")}>
          {t("statements.reject")} <kbd>x</kbd>
        </button>
      </p>
      {who === "" ? <p className="small warn gap-top">{t("you_missing")}</p> : null}
      {conflicts.map((c) => (
        <Conflicting
          key={c.theirs.seq}
          conflict={c}
          keepTheirs={decided}
          takeOurs={() => void write((c.yours.body as { answer: Answer }).answer, true)}
        />
      ))}
      {error === null ? null : <Failed error={error} />}
    </section>
  );
}

interface MendProps {
  readonly at: { readonly start: number; readonly end: number };
  readonly text: string;
  readonly speaker: string;
  readonly setBounds: (at: { readonly start: number; readonly end: number }) => void;
  readonly setSpeaker: (name: string) => void;
  readonly save: () => void;
  readonly cancel: () => void;
  readonly disabled: boolean;
}

/** The boundary by dragging, by key or by typing; the speaker by typing. */
function Mend({ at, text, speaker, setBounds, setSpeaker, save, cancel, disabled }: MendProps) {
  const { t } = useTranslation();
  const number = (value: string, most: number) => Math.min(most, Math.max(0, Math.round(Number(value)) || 0));
  return (
    <div className="form mend">
      <p className="q" dir="auto">
        {shownText(text.slice(at.start, at.end))}
      </p>
      <p className="small soft">{t("statements.boundary", { start: at.start, end: at.end })}</p>
      <div className="btns">
        <label>
          {t("statements.start")}{" "}
          <input
            type="number"
            value={at.start}
            min={0}
            max={at.end - 1}
            onChange={(e) => setBounds({ start: number(e.currentTarget.value, at.end - 1), end: at.end })}
          />
        </label>
        <label>
          {t("statements.end")}{" "}
          <input
            type="number"
            value={at.end}
            min={at.start + 1}
            max={text.length}
            onChange={(e) =>
              setBounds({ start: at.start, end: Math.max(at.start + 1, number(e.currentTarget.value, text.length)) })
            }
          />
        </label>
      </div>
      <label>
        {t("statements.new_speaker")}{" "}
        <input value={speaker} dir="auto" onChange={(e) => setSpeaker(e.currentTarget.value)} />
      </label>
      <p className="btns">
        <button type="button" className="btn" disabled={disabled} onClick={save}>
          {t("statements.save")}
        </button>
        <button type="button" className="btn" onClick={cancel}>
          {t("statements.cancel")}
        </button>
      </p>
    </div>
  );
}

interface ConflictingProps {
  readonly conflict: Conflict;
  readonly keepTheirs: () => void;
  readonly takeOurs: () => void;
}

/** Both versions, quoted; nothing was written. */
function Conflicting({ conflict, keepTheirs, takeOurs }: ConflictingProps) {
  const { t } = useTranslation();
  const { theirs, yours } = conflict;
  const what = (body: unknown) => {
    const { answer, why } = body as { readonly answer: string; readonly why: string };
    return `${t(`status.${answer as "accepted"}`)}${why === "" ? "" : ` (${shownText(why)})`}`;
  };
  return (
    <div className="warn gap-top" role="alert">
      <p>
        <strong>{t("statements.conflict")}</strong>
      </p>
      <p>{t("statements.theirs", { what: what(theirs.body), who: shownText(theirs.who), seq: theirs.seq })}</p>
      <p>{t("statements.yours", { what: what(yours.body) })}</p>
      <p className="btns">
        <button type="button" className="btn" onClick={keepTheirs}>
          {t("statements.take_theirs")}
        </button>
        <button type="button" className="btn" onClick={takeOurs}>
          {t("statements.take_yours")}
        </button>
      </p>
    </div>
  );
}

/** "[" and "]" move the beginning, with Shift ("{" and "}") the end, a word at a time. */
function moved(at: { readonly start: number; readonly end: number }, key: string, text: string) {
  switch (key) {
    case "[":
      return { start: Math.max(0, nextWord(text, at.start, false)), end: at.end };
    case "]": {
      const start = nextWord(text, at.start, true);
      const skipped = start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
      return { start: Math.min(at.end - 1, skipped), end: at.end };
    }
    case "{":
      return {
        start: at.start,
        end: Math.max(at.start + 1, text.slice(0, nextWord(text, at.end, false)).trimEnd().length),
      };
    default:
      return { start: at.start, end: Math.min(text.length, nextWord(text, at.end, true)) };
  }
}

function paragraphsAround(
  text: string,
  at: { readonly start: number; readonly end: number },
): { readonly from: number; readonly to: number } {
  const before = text.lastIndexOf("\n", Math.max(0, text.lastIndexOf("\n", at.start - 1) - 1));
  const next = text.indexOf("\n", at.end);
  const after = next === -1 ? -1 : text.indexOf("\n", next + 1);
  return { from: before + 1, to: after === -1 ? text.length : after };
}

interface Mending {
  readonly at: { readonly start: number; readonly end: number } | null;
  readonly speaker: string;
  readonly text: string;
}

/** The statement as decided: as proposed, or with the boundary and the speaker that the person gave. */
function statementOf(marks: StatementMarks, text: string, mend: Mending | null): Statement {
  const s = { ...marks.proposed, sentence: { ...marks.proposed.sentence, text } };
  if (mend === null || mend.at === null) return s;
  const sentence = {
    text,
    start: Math.min(s.sentence.start, mend.at.start),
    end: Math.max(s.sentence.end, mend.at.end),
  };
  const label = mend.speaker.trim();
  if (label === (s.speaker.label ?? "")) return { ...s, sentence, content: [{ ...mend.at }] };
  const place = label === "" ? -1 : mend.text.indexOf(label, Math.max(0, sentence.start - 600));
  const speaker: Statement["speaker"] =
    label === ""
      ? { is: "unstated" }
      : { is: "named", label, ...(place !== -1 && { span: { start: place, end: place + label.length } }) };
  return { ...s, sentence, content: [{ ...mend.at }], speaker };
}
