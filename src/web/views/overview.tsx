import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SaidRow } from "../../core/brief/select.ts";
import type { BriefPart } from "../../core/model/brief.ts";
import { of100, roundedOf100, short } from "../../exchange/numbers.ts";
import { documentName } from "../../exchange/places.ts";
import { shownText } from "../../exchange/shown.ts";
import type { Overview as Assessed, Since } from "../../server/api.ts";
import { get } from "../api.ts";
import { useAsOf, useAssessment, useCase } from "../asked.ts";
import { directionOf, keep, kept } from "../language.ts";
import { Blank, Empty, Failed, Figure, Mark, Name, Place, Quote, valueIn, Waiting } from "../parts.tsx";
import { useSpelling } from "../spelling.ts";
import { useDays } from "../when.ts";

/** The first screen: origins, who says what on whose word, disputes, the silence, what is unstated. */
export function Overview() {
  const { t } = useTranslation();
  const asked = useAssessment();
  const of = asked.data;
  if (asked.error) return <Failed error={asked.error} again={() => void asked.refetch()} />;
  if (of === undefined) return <Waiting />;
  if (of.documents.length === 0) {
    return (
      <Empty>
        <p>{t("overview.empty")}</p>
        <p>
          <Link to="/sources">{t("overview.empty_do")}</Link>
        </p>
      </Empty>
    );
  }
  return (
    <div className="row">
      <div>
        <h1>
          <Name>{of.title}</Name>
        </h1>
        <Judgment of={of} />
        <Lede of={of} />
        <Says of={of} />
        <div className="two sec">
          <Disputes of={of} />
          <Silences of={of} />
        </div>
      </div>
      <div className="margin">
        <Missing of={of} />
        <SinceLast />
        <Origins of={of} />
        <Lost of={of} />
      </div>
    </div>
  );
}

interface Of {
  readonly of: Assessed;
}

/** The brief's first sentence, where people have stated judgments; it is the brief's own. */
function Judgment({ of }: Of) {
  const weighed = of.questions.some((q) => q.answer.is === "weighed");
  const section = of.brief.sections.find((s) => s.id === "judgment");
  const [first] = section?.sentences ?? [];
  if (!weighed || first === undefined) return null;
  return (
    <p className="judg judgbox" lang={of.brief.language} dir={directionOf(of.brief.language)}>
      <Parts of={of} parts={first.parts} />
    </p>
  );
}

export function Parts({ of, parts }: Of & { readonly parts: readonly BriefPart[] }) {
  const { t } = useTranslation();
  return parts.map((part, i) => {
    const key = `${part.is}-${i}`;
    if (part.is === "text")
      return part.name ? <Name key={key}>{part.text}</Name> : <span key={key}>{shownText(part.text)}</span>;
    if (part.is === "quote") return <Quote key={key} text={part.text} />;
    if (part.is === "figure") return <Figure key={key} of={of} id={part.id} as={() => part.shown} />;
    return (
      <span key={key} className="likely">
        {part.words.join(` ${t("brief.to")} `)}
      </span>
    );
  });
}

function Missing({ of }: Of) {
  const { t } = useTranslation();
  if (of.questions.some((q) => q.answer.is === "weighed")) return null;
  return (
    <Empty>
      <p>{t("overview.no_judgment")}</p>
      <p className="soft small">{t("overview.no_judgment_how")}</p>
    </Empty>
  );
}

function Lede({ of }: Of) {
  const { t } = useTranslation();
  const { lineage } = of;
  const count = (id: string) => Math.round(valueIn(of, id) ?? 0);
  const biggest = lineage.list.reduce<(typeof lineage.list)[number] | null>(
    (best, o) => (best === null || o.documents.length > best.documents.length ? o : best),
    null,
  );
  const unseen = count(lineage.unseenCount);
  return (
    <p className="lede">
      <Figure of={of} id={lineage.documents} as={(n) => t("overview.reports", { count: n })} />
      {", "}
      <Figure of={of} id={lineage.origins} as={(n) => t("overview.origins", { count: n })} />
      {unseen === 0 ? null : (
        <>
          {", "}
          <Figure of={of} id={lineage.unseenCount} as={(n) => t("overview.unseen", { n })} />
        </>
      )}
      {"."}{" "}
      {biggest !== null && biggest.documents.length > 2 ? (
        <Figure of={of} id={biggest.count} as={(n) => t("overview.rest", { n, name: shownText(biggest.name) })} />
      ) : null}
    </p>
  );
}

function Says({ of }: Of) {
  const { t } = useTranslation();
  const days = useDays();
  const spelled = useSpelling(of);
  const saying = useSaying(of);
  return (
    <section className="sec">
      <h2>{t("overview.says")}</h2>
      <table className="flow">
        <thead>
          <tr>
            <th scope="col">{t("overview.when")}</th>
            <th scope="col">{t("overview.who")}</th>
            <th scope="col">{t("overview.said")}</th>
            <th scope="col">{t("overview.word")}</th>
            <th scope="col">{t("overview.where")}</th>
          </tr>
        </thead>
        <tbody>
          {of.said.map((row) => (
            <tr key={row.statement}>
              <td className="soft nw">{row.when === null ? "" : days.when(row.when)}</td>
              <th scope="row">
                {row.said === "no-claim-seen" && row.whoActor === null ? (
                  t("overview.any_group")
                ) : (
                  <Name>{spelled(row.who)}</Name>
                )}
              </th>
              <td>{row.said === "no-claim-seen" ? <Blank words={saying(row)} /> : saying(row)}</td>
              <td>
                <OnWhoseWord of={of} row={row} />
              </td>
              <td className="nw">{row.quotes[0] ? <Place of={of} quote={row.quotes[0]} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="gap-top">
        <Link to="/statements" search={(old: object) => old}>
          {t("overview.more")}
        </Link>
      </p>
    </section>
  );
}

function OnWhoseWord({ of, row: { onWhoseWord } }: Of & { readonly row: SaidRow }) {
  const { t } = useTranslation();
  const spelled = useSpelling(of);
  if (onWhoseWord === null) return null;
  if (onWhoseWord === "its own") return <>{t("own")}</>;
  return onWhoseWord === "nobody named" ? <Blank words={t("nobody")} /> : <Name>{spelled(onWhoseWord)}</Name>;
}

/** What a row says, in the interface's language. */
function useSaying(of: Assessed): (row: SaidRow) => string {
  const { t } = useTranslation();
  const spelled = useSpelling(of);
  return ({ said, whom, object }) => {
    const target = whom === null ? t("says.somebody") : shownText(spelled(whom));
    if (said !== "denies") return t(`says.${said}`, { whom: target });
    if (object === "link") return t("says.denies_link");
    if (object === "responsibility") return t(whom === null ? "says.denies_it" : "says.denies_for", { whom: target });
    return t(object === "warning" ? "says.denies_warning" : "says.denies");
  };
}

function Disputes({ of }: Of) {
  const { t } = useTranslation();
  const days = useDays();
  const spelled = useSpelling(of);
  const main = of.incidents.find((i) => i.main) ?? of.incidents[0];
  const facts = main?.facts ?? [];
  const disputed = facts.flatMap((f) =>
    f.value.is === "disputed" ? [{ field: f.field, versions: f.value.versions }] : [],
  );
  const unstated = facts.filter((f) => f.value.is === "unstated");
  return (
    <section>
      <h2>{t("overview.dispute")}</h2>
      {disputed.length === 0 ? <p className="soft">{t("overview.none_disputed")}</p> : null}
      {disputed.map(({ field, versions }) => (
        <div className="dispute" key={field}>
          <h3>{t(`fields.${field}`)}</h3>
          <div className="versus">
            {versions.slice(0, 4).map(({ value }) => (
              <div key={`${value.text}-${value.quotes[0]?.span.start ?? ""}`}>
                <Name>{field === "date" && value.when ? days.when(value.when) : spelled(value.text)}</Name>{" "}
                {value.quotes[0] ? <Place of={of} quote={value.quotes[0]} /> : null}
              </div>
            ))}
          </div>
        </div>
      ))}
      {unstated.length === 0 ? null : (
        <p className="gap-top">
          <strong>{t("overview.unstated")}</strong>{" "}
          {unstated.map(({ field }) => (
            <span key={field} className="nw unstated">
              {t(`fields.${field}`)} <Blank />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function Silences({ of }: Of) {
  const { t } = useTranslation();
  const silences = of.silences.filter((s) => s.note !== "claimed");
  if (silences.length === 0) {
    return (
      <section>
        <h2>{t("overview.silence", { actor: "", hours: "" }).trim()}</h2>
        <p className="soft">{t("overview.silence_none")}</p>
      </section>
    );
  }
  return (
    <div>
      {silences.slice(0, 2).map((s) => (
        <Silence key={`${s.actor}-${s.incident}`} of={of} silence={s} />
      ))}
    </div>
  );
}

function Silence({ of, silence: s }: Of & { readonly silence: Assessed["silences"][number] }) {
  const { t } = useTranslation();
  const actor = shownText(useSpelling(of)(s.actorName));
  const did = s.classes.flatMap((c) => valueIn(of, c.unclaimedIfDid) ?? []);
  const [least, most] = [Math.min(...did), Math.max(...did)];
  const not = valueIn(of, s.unclaimedIfNot);
  const low = s.classes.find((c) => valueIn(of, c.unclaimedIfDid) === least);
  const high = s.classes.find((c) => valueIn(of, c.unclaimedIfDid) === most);
  const hours = Math.round(valueIn(of, s.hours.middle) ?? 0);
  return (
    <section>
      <h2>{t("overview.silence", { actor, hours: t("overview.hours", { count: hours }) })}</h2>
      {did.length === 0 || not === null ? null : (
        <>
          <p>
            {t("overview.silence_did", {
              actor,
              range: of100(least) === of100(most) ? of100(least) : `${of100(least)} – ${of100(most)}`,
              not: of100(not),
            })}{" "}
            {low ? <Figure of={of} id={low.unclaimedIfDid} /> : null}{" "}
            {high && high !== low ? <Figure of={of} id={high.unclaimedIfDid} /> : null}{" "}
            <Figure of={of} id={s.unclaimedIfNot} />
          </p>
          <HundredRow label={t("overview.if_did")} unclaimed={roundedOf100((least + most) / 2)} />
          <HundredRow label={t("overview.if_not")} unclaimed={roundedOf100(not)} />
          <p className="small soft" aria-hidden="true">
            {t("overview.bars")}
          </p>
        </>
      )}
      <p className="soft gap-top">{t("overview.silence_not")}</p>
    </section>
  );
}

/** A hundred attacks: bars for those claimed by now, dots for those still unclaimed. What is printed is what is drawn. */
function HundredRow({ label, unclaimed }: { readonly label: string; readonly unclaimed: number }) {
  const claimed = 100 - unclaimed;
  const bars = Array.from({ length: claimed }, (_, i) => `M${i * 4 + 1.2} 0V10`).join("");
  const dots = Array.from({ length: unclaimed }, (_, i) => `M${(claimed + i) * 4 + 1.2} 9V10`).join("");
  return (
    <div className="hundred">
      <span className="small soft nw">{label}</span>
      <svg viewBox="0 0 400 10" role="img" aria-label={`${unclaimed} / 100`}>
        <title>{`${unclaimed} / 100`}</title>
        <path d={bars} className="c-hundred" />
        <path d={dots} className="c-dots" />
      </svg>
    </div>
  );
}

function Origins({ of }: Of) {
  const { t } = useTranslation();
  return (
    <section className="sec">
      <h2>{t("overview.origins_title")}</h2>
      <table className="small">
        <tbody>
          {of.lineage.list.map((o) => {
            const root = of.documents.find((d) => d.id === o.root);
            return (
              <tr key={o.id}>
                <th scope="row" className="plain">
                  <span className="src">
                    <Mark shape="origin" />
                  </span>
                  <Name>{root ? documentName(root) : o.name}</Name>
                </th>
                <td className="soft" aria-hidden="true">
                  {o.documents.slice(1, 9).map((d) => (
                    <Mark key={d} shape="copy" />
                  ))}
                </td>
                <td className="r soft nw">
                  <Figure of={of} id={o.count} />
                </td>
              </tr>
            );
          })}
          {of.lineage.unseen.map((u) => (
            <tr key={u.name}>
              <th scope="row" className="plain">
                <span className="src">
                  <Mark shape="unseen" />
                </span>
                <Name>{u.name}</Name>
              </th>
              <td />
              <td className="r soft nw">{t("overview.not_seen")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Lost({ of }: Of) {
  const { t } = useTranslation();
  const losses = of.lineage.edges.flatMap((edge) =>
    edge.possible ? [] : edge.losses.flatMap((l) => (l.examples[0] ? [{ edge, ...l, example: l.examples[0] }] : [])),
  );
  if (losses.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t("overview.lost")}</h2>
      <ul className="stack small">
        {losses.slice(0, 6).map((l) => (
          <li key={`${l.edge.to}-${l.class}`}>
            {t(`change.${l.class}`)} <Figure of={of} id={l.count} />{" "}
            {l.example.a ? (
              <>
                <Quote
                  text={cut(l.example.a.quote)}
                  language={of.documents.find((d) => d.id === l.example.a?.document)?.language}
                />{" "}
                <Place of={of} quote={l.example.a} />
              </>
            ) : null}
            {l.example.b ? (
              <>
                {" "}
                <Quote
                  text={cut(l.example.b.quote)}
                  language={of.documents.find((d) => d.id === l.example.b?.document)?.language}
                />{" "}
                <Place of={of} quote={l.example.b} />
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="small gap-top">
        <Link to="/compare" search={(old: object) => old}>
          {t("overview.compare")}
        </Link>
      </p>
    </section>
  );
}

function cut(words: string): string {
  if (words.length <= 90) return words;
  const at = words.lastIndexOf(" ", 88);
  return `${words.slice(0, at > 0 ? at : 88).trimEnd()} …`;
}

/** The figures that differ since this browser last saw the case; what caused it is told elsewhere. */
function SinceLast() {
  const { t } = useTranslation();
  const info = useCase();
  const asOf = useAsOf();
  const seq = info.data?.head.seq;
  const [last] = useState(() => Number(kept("seen") ?? "0"));
  useEffect(() => {
    if (seq !== undefined) keep("seen", String(seq));
  }, [seq]);
  const changed = useQuery({
    queryKey: ["since", asOf, last, seq],
    enabled: seq !== undefined && last > 0 && last < seq,
    queryFn: ({ signal }) => get<Since>("/api/since", { seq: last, "as-of": asOf }, signal),
  });
  if (changed.data === undefined) return null;
  return (
    <section className="sec">
      <h2>{t("overview.since", { seq: last })}</h2>
      {changed.data.figures.length === 0 ? <p className="soft small">{t("overview.since_none")}</p> : null}
      <table className="small">
        <tbody>
          {changed.data.figures.slice(0, 8).map((f) => (
            <tr key={f.id}>
              <th scope="row" className="plain addr">
                {shownText(f.id)}
              </th>
              <td className="nw num">
                {f.before === null ? <Blank /> : short(f.before)} → {f.now === null ? <Blank /> : short(f.now)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
