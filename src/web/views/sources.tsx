import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type DragEvent, type KeyboardEvent, type PointerEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { type GraphDocument, lineageGraph } from "../../charts/lineage-graph.ts";
import { middleOf } from "../../charts/ticks.ts";
import type { Problem } from "../../core/model/problem.ts";
import { millis } from "../../core/model/time.ts";
import { documentName, shapeOf } from "../../exchange/places.ts";
import { shownText } from "../../exchange/shown.ts";
import type { AddedFiles, Overview } from "../../server/api.ts";
import { postTold, Refusal } from "../api.ts";
import { useAssessment } from "../asked.ts";
import { useChartWords } from "../chart-words.ts";
import { Drawn } from "../nodes.tsx";
import { Failed, Figure, Mark, Name, Place, Problems, Quote, Waiting } from "../parts.tsx";
import { useDays } from "../when.ts";
import { useYou } from "../you.ts";

/** The documents: how they come in, who was made from whom, the same as a table. */
export function Sources() {
  const { t } = useTranslation();
  const asked = useAssessment();
  const of = asked.data;
  return (
    <>
      <h1>{t("sources.title")}</h1>
      {of === undefined || of.documents.length === 0 ? null : (
        <p className="lede">
          <Figure of={of} id={of.lineage.documents} as={(n) => t("overview.reports", { count: n })} />
          {", "}
          <Figure of={of} id={of.lineage.origins} as={(n) => t("overview.origins", { count: n })} />.{" "}
          {t("sources.one_origin")}
        </p>
      )}
      <Add />
      {asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : null}
      {of === undefined ? (
        asked.error ? null : (
          <Waiting />
        )
      ) : of.documents.length === 0 ? null : (
        <>
          <Graph of={of} />
          <Table of={of} />
          <Unseen of={of} />
        </>
      )}
    </>
  );
}

interface Report {
  readonly added: number;
  readonly problems: readonly Problem[];
  readonly error: Error | null;
}

function Add() {
  const { t } = useTranslation();
  const who = useYou();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState("");
  const [name, setName] = useState("");
  const [links, setLinks] = useState("");

  /** One after the other: each that is refused stops none of the others. */
  const run = async (
    jobs: readonly (() => Promise<{ readonly result: AddedFiles; readonly problems: readonly Problem[] }>)[],
  ) => {
    setBusy(true);
    let added = 0;
    let problems: readonly Problem[] = [];
    let error: Error | null = null;
    for (const job of jobs) {
      try {
        const done = await job();
        added += done.result.added.length;
        problems = [...problems, ...done.problems];
      } catch (failed) {
        if (failed instanceof Refusal) problems = [...problems, ...failed.problems];
        else error = failed as Error;
      }
      setReport({ added, problems, error });
    }
    setBusy(false);
    await queries.invalidateQueries();
  };
  const files = (list: readonly File[]) =>
    run(list.map((f) => () => postTold<AddedFiles>("/api/files", f, { name: f.webkitRelativePath || f.name, who })));
  const dropped = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    if (who !== "") void files([...e.dataTransfer.files]);
  };
  const hosts = [...new Set(links.split(/\s+/).flatMap((l) => (/^https?:\/\//i.test(l) ? [hostOf(l)] : [])))];
  return (
    <section className="sec">
      <h2>{t("sources.add")}</h2>
      {who === "" ? <p className="warn">{t("you_missing")}</p> : null}
      <div className="adding">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the file field inside does the same by keyboard */}
        <div
          className={over ? "open-slot over" : "open-slot"}
          onDragOver={(e) => {
            e.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          <p>{t("sources.drop")}</p>
          <FileField words={t("sources.choose")} disabled={who === "" || busy} onFiles={(f) => void files(f)} />
          <FileField words={t("sources.folder")} disabled={who === "" || busy} onFiles={(f) => void files(f)} folder />
        </div>
        <form
          className="form"
          onSubmit={(e) => {
            e.preventDefault();
            const blob = new Blob([pasted]);
            void run([
              () => postTold<AddedFiles>("/api/files", blob, { name: name || t("sources.paste"), who, door: "paste" }),
            ]).then(() => setPasted(""));
          }}
        >
          <label>
            {t("sources.paste")}
            <textarea dir="auto" rows={4} value={pasted} onChange={(e) => setPasted(e.currentTarget.value)} />
          </label>
          <label>
            {t("sources.paste_name")}
            <input value={name} dir="auto" onChange={(e) => setName(e.currentTarget.value)} />
          </label>
          <button type="submit" className="btn" disabled={who === "" || busy || pasted.trim() === ""}>
            {t("sources.paste_add")}
          </button>
        </form>
        <form
          className="form"
          onSubmit={(e) => {
            e.preventDefault();
            const addresses = links.split(/\s+/).filter((l) => l !== "");
            void run([() => postTold<AddedFiles>("/api/addresses", { addresses }, { who })]);
          }}
        >
          <label>
            {t("sources.links")}
            <textarea dir="ltr" rows={4} value={links} onChange={(e) => setLinks(e.currentTarget.value)} />
          </label>
          {hosts.length === 0 ? null : (
            <p className="small">{t("sources.links_consent", { hosts: hosts.map(shownText).join(", ") })}</p>
          )}
          <button type="submit" className="btn" disabled={who === "" || busy || hosts.length === 0}>
            {t("sources.links_add")}
          </button>
        </form>
      </div>
      <div aria-live="polite" className="gap-top">
        {busy ? <Waiting /> : null}
        {report === null ? null : (
          <>
            <p>{t("sources.added", { count: report.added })}</p>
            <Problems problems={report.problems} />
            {report.error === null ? null : <Failed error={report.error} />}
          </>
        )}
      </div>
    </section>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}

interface FileFieldProps {
  readonly words: string;
  readonly disabled: boolean;
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function FileField({ words, disabled, folder = false, onFiles }: FileFieldProps): ReactNode {
  return (
    <label className="btn file">
      {words}
      <input
        type="file"
        className="vh"
        multiple
        disabled={disabled}
        {...(folder && { webkitdirectory: "" })}
        onChange={(e) => {
          onFiles([...(e.currentTarget.files ?? [])]);
          e.currentTarget.value = "";
        }}
      />
    </label>
  );
}

interface Of {
  readonly of: Overview;
}

const ZOOMS = [1, 1.5, 2, 3];

/** Drawn over time; closer or farther by button or by "+", "-" and "0", moved by dragging, scrolling or the arrow keys. */
function Graph({ of }: Of) {
  const { t } = useTranslation();
  const words = useChartWords();
  const [zoom, setZoom] = useState(0);
  const chart = lineageGraph({ documents: graphDocuments(of), asOf: millis(of.asOf), words });
  if (chart === null) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") setZoom(Math.min(zoom + 1, ZOOMS.length - 1));
    else if (event.key === "-") setZoom(Math.max(zoom - 1, 0));
    else if (event.key === "0") setZoom(0);
  };
  return (
    <section className="sec">
      <h2>{t("sources.graph")}</h2>
      <p className="btns">
        <button type="button" className="btn" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t("sources.zoom_in")}
        </button>
        <button type="button" className="btn" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t("sources.zoom_out")}
        </button>
        <button type="button" className="btn" disabled={zoom === 0} onClick={() => setZoom(0)}>
          {t("sources.zoom_reset")}
        </button>
      </p>
      <section
        className={`scroll graph-box zoom-${ZOOMS[zoom] === 1.5 ? "15" : (ZOOMS[zoom] ?? 1) * 10}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
        tabIndex={0}
        aria-label={t("sources.graph_keys")}
        onKeyDown={onKeyDown}
        onPointerMove={drag}
      >
        <Drawn node={chart.svg} />
      </section>
    </section>
  );
}

/** Moves the drawing under a mouse whose button is held; a finger scrolls by itself. */
function drag(event: PointerEvent<HTMLElement>) {
  if (event.pointerType !== "mouse" || event.buttons !== 1) return;
  event.currentTarget.scrollBy(-event.movementX, -event.movementY);
}

const DERIVED: ReadonlySet<string> = new Set(["verbatim", "light-edit", "heavy-rewrite"]);

function graphDocuments(of: Overview): readonly GraphDocument[] {
  return of.documents.map((d) => {
    const edge = of.lineage.edges.find((e) => e.to === d.id && DERIVED.has(e.relation));
    return {
      id: d.id,
      position: d.position,
      name: shownText(documentName(d)),
      at: middleOf(d.published),
      from: edge === undefined ? null : { id: edge.from, relation: edge.relation, possible: edge.possible },
      unseen: of.lineage.unseen.filter((u) => u.citedBy[0]?.document === d.id).map((u) => shownText(u.name)),
    };
  });
}

function Table({ of }: Of) {
  const { t } = useTranslation();
  const days = useDays();
  return (
    <section className="sec">
      <h2>{t("sources.table")}</h2>
      <table className="flow docs">
        <thead>
          <tr>
            <th scope="col">{t("sources.document")}</th>
            <th scope="col">{t("sources.published")}</th>
            <th scope="col">{t("sources.from")}</th>
          </tr>
        </thead>
        <tbody>
          {of.documents.map((d) => {
            const edge = of.lineage.edges.find((e) => e.to === d.id && DERIVED.has(e.relation));
            const from = edge === undefined ? undefined : of.documents.find((o) => o.id === edge.from);
            return (
              <tr key={d.id}>
                <th scope="row">
                  <Link
                    className="src"
                    to="/sources/$document"
                    params={{ document: d.id }}
                    search={(old: object) => old}
                  >
                    <Mark shape={shapeOf(of as never, d.id)} />
                    {t("doc", { n: d.position })}
                  </Link>{" "}
                  <Name>{documentName(d)}</Name> <span className="soft small">{shownText(d.title ?? d.name)}</span>
                </th>
                <td className="soft">{d.published === null ? t("unstated") : days.when(d.published)}</td>
                <td>
                  {edge === undefined || from === undefined ? (
                    <span className="soft">{t("sources.origin")}</span>
                  ) : (
                    <>
                      {edge.possible ? `${t("possible")} ` : ""}
                      {t(`relation.${edge.relation}`)}, <Name>{documentName(from)}</Name>{" "}
                      <Figure of={of} id={edge.probability} />{" "}
                      <Link to="/compare" search={(old: object) => ({ ...old, a: from.id, b: d.id })}>
                        {t("nav.compare")}
                      </Link>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Unseen({ of }: Of) {
  const { t } = useTranslation();
  if (of.lineage.unseen.length === 0) return null;
  return (
    <section className="sec">
      <h2>{t("sources.unseen")}</h2>
      <ul className="stack">
        {of.lineage.unseen.map((u) => (
          <li key={u.name}>
            <span className="src">
              <Mark shape="unseen" />
            </span>
            <Name>{u.name}</Name> <span className="soft small">{t("sources.cited_by")}</span>{" "}
            {u.citedBy.slice(0, 4).map((q) => (
              <span key={`${q.document}-${q.span.start}`}>
                <Quote text={q.quote.length > 80 ? `${q.quote.slice(0, 78)} …` : q.quote} /> <Place
                  of={of}
                  quote={q}
                />{" "}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
