import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../core/model/problem.ts";
import { shownText } from "../../exchange/shown.ts";
import { download, get } from "../api.ts";
import { useAsOf, useAssessment, useLanguage } from "../asked.ts";
import { directionOf } from "../language.ts";
import { Failed, Name, Problems, Quote, Waiting } from "../parts.tsx";
import { useDays } from "../when.ts";
import { useYou } from "../you.ts";
import { Parts } from "./overview.tsx";

/** The brief as it stands now; every figure opens its grounds, every note leads to the words. */
export function BriefView() {
  const { t } = useTranslation();
  const days = useDays();
  const asOf = useAsOf();
  const lang = useLanguage();
  const asked = useAssessment();
  const lint = useQuery({
    queryKey: ["lint", asOf, lang],
    queryFn: ({ signal }) => get<readonly Problem[]>("/api/lint", { "as-of": asOf, lang }, signal),
  });
  const of = asked.data;
  if (asked.error) return <Failed error={asked.error} again={() => void asked.refetch()} />;
  if (of === undefined) return <Waiting />;
  const { brief } = of;
  return (
    <div className="row">
      <article lang={brief.language} dir={directionOf(brief.language)}>
        <h1>
          <Name>{brief.title}</Name>
        </h1>
        <p className="soft">
          {t("asOf")} {days.instant(brief.asOf)} ·{" "}
          {t(`brief.state_${brief.state}`, { who: brief.checkedBy === null ? "" : shownText(brief.checkedBy) })}
        </p>
        {brief.sections.map((section) => (
          <section key={section.id} className={section.id === "judgment" ? "prose sec judgbox" : "prose sec"}>
            <h2>{section.heading}</h2>
            {section.sentences.map((sentence, i) => {
              const words = (
                <>
                  <Parts of={of} parts={sentence.parts} />{" "}
                  {sentence.notes.map((n) => (
                    <sup key={n}>
                      <a className="ref" href={`#note-${n}`}>
                        {n}
                      </a>
                    </sup>
                  ))}
                </>
              );
              const key = `${section.id}-${i}`;
              return section.list ? (
                <p key={key} className="item">
                  {words}
                </p>
              ) : (
                <p key={key}>{words}</p>
              );
            })}
          </section>
        ))}
      </article>
      <div className="margin">
        <Export />
        <section className="sec" aria-live="polite">
          <h2>{t("brief.lint")}</h2>
          {lint.data === undefined ? (
            <Waiting />
          ) : lint.data.length === 0 ? (
            <p className="soft small">{t("brief.lint_none")}</p>
          ) : (
            <Problems problems={lint.data} />
          )}
        </section>
        <section className="sec">
          <h2>{t("brief.notes")}</h2>
          <ol className="notes-list small" lang={brief.language} dir={directionOf(brief.language)}>
            {brief.notes.map((note) => (
              <li key={note.number} id={`note-${note.number}`} value={note.number} tabIndex={-1}>
                {note.quote === undefined ? null : <Quote text={note.quote} language={note.language} />}{" "}
                {note.place === undefined ? null : <NotePlace words={note.place} />}{" "}
                {note.text === undefined ? null : shownText(note.text)}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  );
}

function NotePlace({ words }: { readonly words: string }) {
  const of = useAssessment().data;
  const position = Number(/\d+/.exec(words)?.[0]);
  const document = of?.documents.find((d) => d.position === position);
  return document === undefined ? words : <a href={`/sources/${encodeURIComponent(document.id)}`}>{words}</a>;
}

function Export() {
  const { t } = useTranslation();
  const who = useYou();
  const asOf = useAsOf();
  const lang = useLanguage();
  const queries = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const save = async (format: string) => {
    setError(null);
    try {
      await download(`/api/export/${format}`, { who, "as-of": asOf, lang }, `brief.${format}`);
      await queries.invalidateQueries({ queryKey: ["history"] });
    } catch (failed) {
      setError(failed as Error);
    }
  };
  return (
    <section>
      <h2>{t("brief.export")}</h2>
      <p className="btns">
        {["html", "md", "json"].map((format) => (
          <button type="button" className="btn" key={format} disabled={who === ""} onClick={() => void save(format)}>
            {format.toUpperCase()}
          </button>
        ))}
      </p>
      {who === "" ? <p className="small soft">{t("you_missing")}</p> : null}
      {error === null ? null : <Failed error={error} />}
    </section>
  );
}
