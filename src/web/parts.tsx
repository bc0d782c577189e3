// The recurring things of the look: a source's words, its mark, a figure that opens its grounds, what is missing, what went wrong.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SourceShape, sourceMark } from "../charts/marks.ts";
import type { Quoted } from "../core/model/assessment.ts";
import type { Problem } from "../core/model/problem.ts";
import type { Trace, TraceGround } from "../core/why.ts";
import { of100, short } from "../exchange/numbers.ts";
import { shapeOf } from "../exchange/places.ts";
import { shownText } from "../exchange/shown.ts";
import type { Overview } from "../server/api.ts";
import { Refusal } from "./api.ts";
import { useTrace } from "./asked.ts";
import { Drawn } from "./nodes.tsx";

/** A source's words: its language, its direction, characters that a reader would not see named. */
export function Quote({ text, language }: { readonly text: string; readonly language?: string | undefined }) {
  return (
    <q dir="auto" {...(language !== undefined && language !== "und" && { lang: language })}>
      {shownText(text)}
    </q>
  );
}

/** Words that came from outside and stand among ours. */
export function Name({ children }: { readonly children: string }) {
  return <bdi>{shownText(children)}</bdi>;
}

const SHAPE_KEYS = {
  origin: "shape_origin",
  copy: "shape_copy",
  unseen: "shape_unseen",
  attack: "shape_origin",
} as const;

export function Mark({ shape }: { readonly shape: SourceShape }) {
  return <Drawn node={sourceMark(shape)} />;
}

/** "● doc 2, par 3", a link to the words. */
export function Place({
  of,
  quote,
}: {
  readonly of: Overview;
  readonly quote: Pick<Quoted, "document" | "paragraph" | "span">;
}) {
  const { t } = useTranslation();
  const document = of.documents.find((d) => d.id === quote.document);
  if (document === undefined) return null;
  const shape = shapeOf(of as never, document.id);
  return (
    <Link
      className="src"
      to="/sources/$document"
      params={{ document: document.id }}
      search={(old: object) => ({ ...old, at: `${quote.span.start}-${quote.span.end}` })}
    >
      <Mark shape={shape} />
      <span className="vh">{t(SHAPE_KEYS[shape])}</span>
      {t("doc", { n: document.position })}, {t("par", { n: quote.paragraph })}
    </Link>
  );
}

/** A number that opens its grounds in the margin. */
export function Figure({
  of,
  id,
  as,
}: {
  readonly of: Overview;
  readonly id: string;
  readonly as?: (value: number) => string;
}) {
  const figure = of.figures.find((f) => f.id === id);
  const search = useSearch({ strict: false }) as { readonly why?: string };
  if (figure === undefined) return null;
  const shown = as ? as(figure.value) : figure.unit === "share" ? of100(figure.value) : short(figure.value);
  return (
    <Link
      to="."
      search={(old: object) => ({ ...old, why: id })}
      className="fig"
      aria-expanded={search.why === id}
      resetScroll={false}
    >
      {shown}
    </Link>
  );
}

export function valueIn(of: Overview, id: string | null): number | null {
  return id === null ? null : (of.figures.find((f) => f.id === id)?.value ?? null);
}

/** The grounds of the figure that the address names, down to words, judgments, rows and tables. */
export function Why({ of }: { readonly of: Overview | undefined }) {
  const { t } = useTranslation();
  const { why } = useSearch({ strict: false }) as { readonly why?: string };
  const navigate = useNavigate();
  const asked = useTrace(why);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (why !== undefined && asked.data !== undefined) box.current?.focus();
  }, [why, asked.data]);
  if (why === undefined) return null;
  const close = () => navigate({ to: ".", search: (old: object) => ({ ...old, why: undefined }), resetScroll: false });
  return (
    <aside
      className="why open drawer"
      ref={box}
      tabIndex={-1}
      aria-label={t("why.title")}
      onKeyDown={(e) => {
        if (e.key === "Escape") void close();
      }}
    >
      <p className="between">
        <strong>{t("why.title")}</strong>
        <button type="button" className="btn" onClick={() => void close()}>
          {t("close")} <kbd>Esc</kbd>
        </button>
      </p>
      {asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : null}
      {asked.data === undefined && !asked.error ? <Waiting /> : null}
      {asked.data !== undefined && of !== undefined ? <TraceShown trace={asked.data} of={of} depth={0} /> : null}
    </aside>
  );
}

function TraceShown({ trace, of, depth }: { readonly trace: Trace; readonly of: Overview; readonly depth: number }) {
  const { t } = useTranslation();
  return (
    <div className={depth === 0 ? undefined : "deeper"}>
      <dl>
        <dt>{t("why.value")}</dt>
        <dd className="num">{short(trace.value, 6)}</dd>
        <dt>{t("why.rule")}</dt>
        <dd>{trace.rule}</dd>
        <dt>{t("why.path")}</dt>
        <dd className="addr">{shownText(trace.id)}</dd>
      </dl>
      {trace.holds ? null : <p className="warn">{t("why.stale")}</p>}
      <ul className="grounds-list">
        {trace.grounds.map((ground, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grounds have no ids, and their order is theirs
          <li key={i}>
            <GroundShown ground={ground} of={of} depth={depth} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function GroundShown({
  ground,
  of,
  depth,
}: {
  readonly ground: TraceGround;
  readonly of: Overview;
  readonly depth: number;
}) {
  const { t } = useTranslation();
  switch (ground.is) {
    case "words": {
      const document = of.documents.find((d) => d.text === ground.span.text);
      return (
        <>
          <Quote text={ground.quote} language={document?.language} />{" "}
          {document ? (
            <Link
              className="src"
              to="/sources/$document"
              params={{ document: document.id }}
              search={(old: object) => ({ ...old, at: `${ground.span.start}-${ground.span.end}` })}
            >
              <Mark shape={shapeOf(of as never, document.id)} />
              {t("doc", { n: document.position })}
            </Link>
          ) : (
            ground.place
          )}
        </>
      );
    }
    case "figure":
      return (
        <details open={depth < 1}>
          <summary>
            <span className="num">{short(ground.trace.value, 4)}</span>{" "}
            <span className="addr soft">{shownText(ground.trace.id)}</span>
          </summary>
          <TraceShown trace={ground.trace} of={of} depth={depth + 1} />
        </details>
      );
    case "judgment":
      return (
        <>
          {t("why.judged", { who: shownText(ground.who), seq: ground.seq })}{" "}
          <span className="soft">{shownText(ground.why)}</span>
        </>
      );
    case "row":
      return (
        <>
          {t("why.row", { line: ground.line, set: shownText(ground.set) })}{" "}
          <span className="soft">{shownText(ground.label)}</span>
        </>
      );
    default:
      return (
        <>
          {t("why.table", { name: shownText(ground.name) })}{" "}
          <span className="soft cite">{shownText(ground.citation)}</span>
        </>
      );
  }
}

/** A blank line to be filled. */
export function Blank({ words }: { readonly words?: string }) {
  return <span className="blank">{words ?? "\u00a0"}</span>;
}

/** Work that takes its time: said at once to a reader's voice, drawn only if it lasts. */
export function Waiting({ words }: { readonly words?: string | undefined }) {
  const { t } = useTranslation();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className={long ? "soft waiting" : "vh"}>
      {words ?? t("waiting")}…
    </p>
  );
}

export function Problems({ problems, title }: { readonly problems: readonly Problem[]; readonly title?: string }) {
  if (problems.length === 0) return null;
  return (
    <div className="warn" role="alert">
      {title === undefined ? null : (
        <p>
          <strong>{title}</strong>
        </p>
      )}
      <ul className="problem-list">
        {problems.map((p, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything
          <li key={i} lang="en" dir="ltr">
            {shownText(p.message)} <span className="soft small">{p.code}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What went wrong, what to do, and a way to do it. */
export function Failed({ error, again }: { readonly error: Error; readonly again?: () => void }) {
  const { t } = useTranslation();
  const problems = error instanceof Refusal ? error.problems : [];
  return (
    <div className="stack">
      {problems.length > 0 ? (
        <Problems problems={problems} title={t("failed")} />
      ) : (
        <p className="warn">{t("failed")}</p>
      )}
      {again === undefined ? null : (
        <p>
          <button type="button" className="btn" onClick={again}>
            {t("again")}
          </button>
        </p>
      )}
    </div>
  );
}

/** An open slot with one thing to do. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="open-slot">{children}</div>;
}
