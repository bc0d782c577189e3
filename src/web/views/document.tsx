import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { shownText } from "../../exchange/shown.ts";
import { useCase, useText } from "../asked.ts";
import { MarkedText, type TextMark } from "../marked-text.tsx";
import { Failed, Name, Waiting } from "../parts.tsx";
import { useDays } from "../when.ts";

/** One document: its words, with the place that a link led to, and what stands around it. */
export function DocumentView() {
  const { t } = useTranslation();
  const { document } = useParams({ strict: false }) as { readonly document?: string };
  const { at } = useSearch({ strict: false }) as { readonly at?: string };
  const days = useDays();
  const asked = useText(document);
  const info = useCase();
  const [opened, setOpened] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const marks = useMemo((): readonly TextMark[] => {
    const found = /^(\d+)-(\d+)$/.exec(at ?? "");
    return found ? [{ id: "at", start: Number(found[1]), end: Number(found[2]), className: "sp on" }] : [];
  }, [at]);
  const ready = asked.data !== undefined;
  useEffect(() => {
    if (ready && at !== undefined) box.current?.querySelector(".sp.on")?.scrollIntoView({ block: "center" });
  }, [ready, at]);
  if (asked.error) return <Failed error={asked.error} again={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Waiting />;
  const { data: text } = asked;
  const collapsed = info.data?.displayWarnings === true && !opened;
  return (
    <div className="row">
      <div className="sheet wide" ref={box}>
        <h1 className="head">
          <b>
            {t("doc", { n: text.position })} <Name>{text.publisher ?? text.name}</Name>
          </b>{" "}
          {text.title === null ? null : <Name>{text.title}</Name>}
        </h1>
        {collapsed ? (
          <div className="warn">
            <p>{t("document.distress")}</p>
            <p className="gap-top">
              <button type="button" className="btn" onClick={() => setOpened(true)}>
                {t("document.show")}
              </button>
            </p>
          </div>
        ) : (
          <MarkedText text={text.text} marks={marks} language={text.language} numbered />
        )}
      </div>
      <dl className="facts-list">
        <dt>{t("sources.published")}</dt>
        <dd>{text.published === null ? t("unstated") : days.when(text.published)}</dd>
        <dt>{t("document.captured")}</dt>
        <dd>{text.captured === null ? t("unstated") : days.instant(text.captured)}</dd>
        <dt>{t("document.address")}</dt>
        <dd className="addr" dir="ltr">
          {text.address === null ? t("unstated") : shownText(text.address)}
        </dd>
        <dt>{t("document.language")}</dt>
        <dd>{text.language}</dd>
        <dt>{t("document.original")}</dt>
        <dd className="hash" dir="ltr">
          {text.original ?? t("unstated")}
        </dd>
        <dt>{t("document.text")}</dt>
        <dd className="hash" dir="ltr">
          {text.textHash}
        </dd>
      </dl>
    </div>
  );
}
