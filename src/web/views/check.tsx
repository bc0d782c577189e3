import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeMark } from "../../charts/marks.ts";
import type { CheckedSentence } from "../../core/model/lineage.ts";
import { lookOf, VERDICT_LOOKS } from "../../exchange/change-look.ts";
import { documentName } from "../../exchange/places.ts";
import { shownText } from "../../exchange/shown.ts";
import type { CheckedText, Overview } from "../../server/api.ts";
import { post } from "../api.ts";
import { useAsOf, useAssessment, useText } from "../asked.ts";
import { MarkedText, type TextMark } from "../marked-text.tsx";
import { Drawn } from "../nodes.tsx";
import { Empty, Failed, Name, Place, Waiting } from "../parts.tsx";

/** A text against the sources of the case, sentence by sentence. */
export function CheckView() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const assessment = useAssessment();
  const [text, setText] = useState("");
  const [document, setDocument] = useState("");
  const [state, setState] = useState<"busy" | Error | CheckedText | null>(null);
  const run = async () => {
    setState("busy");
    try {
      setState(await post<CheckedText>("/api/check", document === "" ? { text } : { document }, { "as-of": asOf }));
    } catch (failed) {
      setState(failed as Error);
    }
  };
  return (
    <>
      <h1>{t("check.title")}</h1>
      <form
        className="form sec"
        onSubmit={(e) => {
          e.preventDefault();
          void run();
        }}
      >
        <label>
          {t("check.draft")}
          <textarea
            dir="auto"
            rows={7}
            value={text}
            disabled={document !== ""}
            onChange={(e) => setText(e.currentTarget.value)}
          />
        </label>
        <label>
          {t("check.pick")}
          <select value={document} onChange={(e) => setDocument(e.currentTarget.value)}>
            <option value="" />
            {assessment.data?.documents.map((d) => (
              <option key={d.id} value={d.id}>
                {t("doc", { n: d.position })} {shownText(documentName(d))}
              </option>
            ))}
          </select>
        </label>
        <p className="btns">
          <button type="submit" className="btn" disabled={state === "busy" || (document === "" && text.trim() === "")}>
            {t("check.run")}
          </button>
        </p>
      </form>
      {state === null ? <Empty>{t("check.empty")}</Empty> : null}
      {state === "busy" ? <Waiting /> : null}
      {state instanceof Error ? <Failed error={state} /> : null}
      {state !== null && typeof state === "object" && "check" in state && assessment.data ? (
        <Checked checked={state} of={assessment.data} />
      ) : null}
    </>
  );
}

const ORDER = ["contradicted", "hardened", "changed", "source-dropped", "softened", "no-source", "backed"] as const;

function Checked({ checked, of }: { readonly checked: CheckedText; readonly of: Overview }) {
  const { t } = useTranslation();
  const { sentences, unjudged } = checked.check;
  return (
    <section className="sec" aria-live="polite">
      <p className="lede">
        {ORDER.flatMap((v) => {
          const n = sentences.filter((s) => s.verdict === v).length;
          return n === 0 ? [] : [`${n} ${t(`verdict.${v}`)}`];
        }).join(", ")}
      </p>
      <div className="checked">
        {sentences.map((s) => (
          <Sentence key={s.span.start} sentence={s} checked={checked} of={of} />
        ))}
      </div>
      {unjudged.length === 0 ? null : (
        <>
          <h2 className="sec">{t("check.unjudged")}</h2>
          <ul className="stack small">
            {unjudged.map((u) => (
              <li key={u.span.start}>
                <Name>{checked.draft.slice(u.span.start, u.span.end)}</Name> <span className="soft">{u.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Sentence({
  sentence,
  checked,
  of,
}: {
  readonly sentence: CheckedSentence;
  readonly checked: CheckedText;
  readonly of: Overview;
}) {
  const { t } = useTranslation();
  const source = checked.sources.find((s) => s.document === sentence.source);
  const origin = checked.sources.find((s) => s.document === sentence.origin);
  const text = useText(source?.document);
  const span = sentence.sourceSpan;
  const looks = sentence.changes.map((c) => lookOf({ class: c.class, source: c.a ?? null, copy: c.b ?? null }));
  const marks = (side: "a" | "b"): readonly TextMark[] =>
    sentence.changes.flatMap((c, i) => {
      const at = c[side];
      const look = side === "a" ? looks[i]?.source : looks[i]?.copy;
      return at === undefined || !look ? [] : [{ ...at, id: String(i), className: `ch ${look}` }];
    });
  return (
    <div className="checked-row">
      <MarkedText text={checked.draft} from={sentence.span.start} to={sentence.span.end} marks={marks("b")} />
      <p className="finding">
        <Drawn node={changeMark(VERDICT_LOOKS[sentence.verdict].shape)} />
        <span>
          <strong>{t(`verdict.${sentence.verdict}`)}</strong>
          {sentence.changes.map((c, i) => (
            <span className="soft" key={`${c.class}-${looks[i]?.shape ?? ""}-${c.b?.start ?? c.a?.start ?? i}`}>
              {" "}
              {t(`change.${c.class}`)}
            </span>
          ))}
        </span>
      </p>
      <div>
        {source === undefined || span === undefined ? null : (
          <>
            {text.data ? (
              <MarkedText
                text={text.data.text}
                from={span.start}
                to={span.end}
                marks={marks("a")}
                language={text.data.language}
              />
            ) : null}
            <Place
              of={of}
              quote={{
                document: source.document,
                span,
                paragraph: text.data
                  ? text.data.text
                      .slice(0, span.start)
                      .split("\n")
                      .filter((l) => l.trim() !== "").length || 1
                  : 1,
              }}
            />
            {origin === undefined || origin === source ? null : (
              <span className="soft small">
                {" "}
                {t("check.rests", { n: origin.position })} <Name>{origin.name}</Name>
              </span>
            )}
          </>
        )}
      </div>
    </div>
  );
}
