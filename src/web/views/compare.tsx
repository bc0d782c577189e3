import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeMark } from "../../charts/marks.ts";
import type { AlignedGroup, Change } from "../../core/model/lineage.ts";
import type { Span } from "../../core/model/span.ts";
import { lookOf } from "../../exchange/change-look.ts";
import { of100 } from "../../exchange/numbers.ts";
import { documentName } from "../../exchange/places.ts";
import { shownText } from "../../exchange/shown.ts";
import type { ComparedTexts, Overview, TextView } from "../../server/api.ts";
import { get } from "../api.ts";
import { useAsOf, useAssessment } from "../asked.ts";
import { MarkedText, type TextMark } from "../marked-text.tsx";
import { Drawn } from "../nodes.tsx";
import { Failed, Name, Waiting } from "../parts.tsx";
import { useDays } from "../when.ts";

interface Pair {
  readonly a?: string;
  readonly b?: string;
}

/** Two documents side by side: aligned sentences, each change with its class, both quotes to take along. */
export function Compare() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const { a, b } = useSearch({ strict: false }) as Pair;
  const assessment = useAssessment();
  const asked = useQuery({
    queryKey: ["compare", asOf, a, b],
    enabled: a !== undefined && b !== undefined && a !== b,
    queryFn: ({ signal }) => get<ComparedTexts>("/api/compare", { a, b, "as-of": asOf }, signal),
  });
  return (
    <>
      <h1>{t("compare.title")}</h1>
      <Pick of={assessment.data} pair={{ ...(a !== undefined && { a }), ...(b !== undefined && { b }) }} />
      {asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : null}
      {a === undefined || b === undefined || a === b ? <p className="soft sec">{t("compare.pick")}</p> : null}
      {asked.isLoading ? <Waiting /> : null}
      {asked.data === undefined ? null : <SideBySide compared={asked.data} />}
    </>
  );
}

function Pick({ of, pair }: { readonly of: Overview | undefined; readonly pair: Pair }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = (next: Pair) => void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }) });
  const field = (side: "a" | "b", words: string) => (
    <label>
      {words}{" "}
      <select value={pair[side] ?? ""} onChange={(e) => choose({ [side]: e.currentTarget.value || undefined } as Pair)}>
        <option value="" />
        {of?.documents.map((d) => (
          <option key={d.id} value={d.id}>
            {t("doc", { n: d.position })} {shownText(documentName(d))}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <p className="btns gap-top">
      {field("a", t("compare.source"))}
      {field("b", t("compare.copy"))}
      <button
        type="button"
        className="btn"
        onClick={() => choose({ ...(pair.b && { a: pair.b }), ...(pair.a && { b: pair.a }) })}
      >
        {t("compare.swap")}
      </button>
      <button type="button" className="btn" onClick={() => window.print()}>
        {t("compare.print")}
      </button>
    </p>
  );
}

function SideBySide({ compared }: { readonly compared: ComparedTexts }) {
  const { t } = useTranslation();
  const { comparison } = compared;
  const { verdict, direction } = comparison;
  // Read with the source on the starting side, as the change marks are.
  const swapped = direction.derived === "a";
  const [source, copy] = swapped ? [compared.b, compared.a] : [compared.a, compared.b];
  const chance = direction.derived === "a" ? 1 - direction.probability : direction.probability;
  const groups = [...comparison.alignment].sort((x, y) => orderOf(x, swapped) - orderOf(y, swapped));
  let number = 0;
  return (
    <div className="sec">
      <p className="lede">
        {t("compare.verdict", {
          relation: t(`relation.${verdict.relation}`),
          p: t("in100", { n: of100(verdict.derived) }),
        })}{" "}
        {verdict.derived < 0.5
          ? ""
          : direction.derived === null
            ? t("compare.undirected")
            : t("compare.direction", {
                source: shownText(source.publisher ?? source.name),
                copy: shownText(copy.publisher ?? copy.name),
                p: t("in100", { n: of100(chance) }),
                basis: t(`compare.${direction.basis}`),
              })}
      </p>
      {groups.every((g) => g.changes.length === 0) ? <p className="soft gap-top">{t("compare.none")}</p> : null}
      <div className="duo">
        <Head text={source} />
        <div className="h mid" />
        <Head text={copy} />
        {groups.map((group) => {
          const first = number + 1;
          number += group.changes.length;
          return (
            <Row
              key={`${group.a.join()}-${group.b.join()}`}
              group={group}
              texts={{ source, copy, swapped }}
              spans={comparison.sentences}
              first={first}
            />
          );
        })}
      </div>
    </div>
  );
}

function orderOf(group: AlignedGroup, swapped: boolean): number {
  const [near, far] = swapped ? [group.b, group.a] : [group.a, group.b];
  return near[0] ?? (far[0] ?? 0) + 0.5;
}

function Head({ text }: { readonly text: TextView }) {
  const { t } = useTranslation();
  const days = useDays();
  return (
    <div className="h">
      <strong>
        {t("doc", { n: text.position })} <Name>{text.publisher ?? text.name}</Name>
      </strong>
      <span className="facts">
        <span>{text.published === null ? t("unstated") : days.when(text.published)}</span>
        <span className="hash" dir="ltr">
          {text.original?.slice(0, 16) ?? ""}
        </span>
      </span>
    </div>
  );
}

interface Texts {
  readonly source: TextView;
  readonly copy: TextView;
  readonly swapped: boolean;
}

interface RowProps {
  readonly group: AlignedGroup;
  readonly texts: Texts;
  readonly spans: { readonly a: readonly Span[]; readonly b: readonly Span[] };
  readonly first: number;
}

function Row({ group, texts, spans, first }: RowProps) {
  const { t } = useTranslation();
  const { source, copy, swapped } = texts;
  const [near, far] = swapped ? (["b", "a"] as const) : (["a", "b"] as const);
  const looks = group.changes.map((c) => lookOf({ class: c.class, source: c[near] ?? null, copy: c[far] ?? null }));
  const marks = (side: "a" | "b"): readonly TextMark[] =>
    group.changes.flatMap((change, i) => {
      const span = change[side];
      const look = side === near ? looks[i]?.source : looks[i]?.copy;
      return span === undefined || !look ? [] : [{ ...span, id: String(first + i), className: `ch ${look}` }];
    });
  const cell = (side: "a" | "b", text: TextView, className: string) => (
    <div className={className}>
      {group[side].length === 0 ? (
        <p className="soft small">{t(side === near ? "compare.only" : "compare.left_out")}</p>
      ) : (
        group[side].map((n) => {
          const span = spans[side][n];
          return span === undefined ? null : (
            <MarkedText
              key={n}
              text={text.text}
              from={span.start}
              to={span.end}
              marks={marks(side)}
              language={text.language}
            />
          );
        })
      )}
    </div>
  );
  return (
    <>
      {cell(near, source, "a")}
      <div className="mid-cell">
        <ol className="chl">
          {group.changes.map((change, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have no ids, and their order is theirs
            <li key={i}>
              <span className="n">{first + i}</span>
              <Drawn node={changeMark(looks[i]?.shape ?? "changed")} />
              <span>
                {t(`change.${change.class}`)} <CopyFinding change={change} texts={texts} near={near} far={far} />
              </span>
            </li>
          ))}
        </ol>
      </div>
      {cell(far, copy, "b")}
    </>
  );
}

interface CopyFindingProps {
  readonly change: Change;
  readonly texts: Texts;
  readonly near: "a" | "b";
  readonly far: "a" | "b";
}

/** Both quotes with their places, as plain text. */
function CopyFinding({ change, texts, near, far }: CopyFindingProps) {
  const { t } = useTranslation();
  const days = useDays();
  const [copied, setCopied] = useState(false);
  const said = (text: TextView, span: Span | undefined) =>
    span === undefined
      ? `${text.publisher ?? text.name}: –`
      : `${text.publisher ?? text.name} (${text.published === null ? t("unstated") : days.when(text.published)}): “${text.text.slice(span.start, span.end)}”`;
  const words = `${t(`change.${change.class}`)}\n${said(texts.source, change[near])}\n${said(texts.copy, change[far])}\n`;
  return (
    <button
      type="button"
      className="link small"
      onClick={() => {
        void navigator.clipboard.writeText(words).then(() => setCopied(true));
      }}
    >
      {copied ? t("compare.copied") : t("compare.copy_finding")}
    </button>
  );
}
