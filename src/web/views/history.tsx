import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shownText } from "../../exchange/shown.ts";
import type { Changed, HistoryEvent } from "../../server/api.ts";
import { get, post } from "../api.ts";
import { useAssessment, useCase } from "../asked.ts";
import { Failed, Waiting } from "../parts.tsx";
import { useDays } from "../when.ts";
import { useYou } from "../you.ts";

interface Verified {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

/** All that was recorded, newest first: verify it, undo of it, erase an original. */
export function History() {
  const { t } = useTranslation();
  const info = useCase();
  const days = useDays();
  const who = useYou();
  const queries = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const events = useQuery({
    queryKey: ["history"],
    queryFn: ({ signal }) => get<readonly HistoryEvent[]>("/api/history", {}, signal),
  });
  const verified = useQuery({ queryKey: ["verify"], enabled: false, queryFn: () => get<Verified>("/api/verify") });
  const undo = async (seq: number) => {
    setError(null);
    try {
      const ask = [{ type: "undone", body: { seqs: [seq], why: "" } }];
      await post<Changed>("/api/commands", { who, seen: info.data?.head.seq ?? 0, ask });
      await queries.invalidateQueries();
    } catch (failed) {
      setError(failed as Error);
    }
  };
  return (
    <>
      <h1>{t("history.title")}</h1>
      <p className="btns gap-top">
        <button type="button" className="btn" onClick={() => void verified.refetch()}>
          {t("history.verify")}
        </button>
      </p>
      {verified.error ? <Failed error={verified.error} /> : null}
      {verified.isFetching ? <Waiting /> : null}
      {verified.data === undefined ? null : (
        <ul className="stack small gap-top" aria-live="polite">
          {verified.data.checks.map((check) => (
            <li key={check.name} className={check.ok ? undefined : "warn"}>
              <strong>{check.name}</strong> {check.ok ? t("history.holds") : t("history.fails")}{" "}
              <span className="soft">{shownText(check.detail)}</span>
            </li>
          ))}
        </ul>
      )}
      {who === "" ? <p className="soft gap-top">{t("you_missing")}</p> : null}
      {error === null ? null : <Failed error={error} />}
      {events.error ? <Failed error={events.error} again={() => void events.refetch()} /> : null}
      {events.data === undefined ? (
        <Waiting />
      ) : (
        <div className="scroll sec">
          <table className="small">
            <thead>
              <tr>
                <th scope="col" className="r">
                  {t("history.event")}
                </th>
                <th scope="col">{t("history.at")}</th>
                <th scope="col">{t("history.who")}</th>
                <th scope="col">{t("history.what")}</th>
                <th scope="col">
                  <span className="vh">{t("history.undo")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {events.data.map((e) => (
                <tr key={e.seq} className={e.undone ? "struck" : undefined}>
                  <td className="r num">{e.seq}</td>
                  <td className="nw soft">{days.instant(e.at)}</td>
                  <td>
                    <bdi>{shownText(e.who)}</bdi>
                  </td>
                  <td>
                    <details>
                      <summary>
                        {e.type} <span className="soft">{shownText(gist(e.body))}</span>
                      </summary>
                      <pre className="body" dir="ltr">
                        {shownText(JSON.stringify(e.body, null, 1) ?? "")}
                      </pre>
                    </details>
                  </td>
                  <td className="r">
                    {e.undone ? (
                      <span className="soft">{t("history.undone")}</span>
                    ) : PERMANENT.has(e.type) ? null : (
                      <button type="button" className="btn" disabled={who === ""} onClick={() => void undo(e.seq)}>
                        {t("history.undo")}
                        <span className="vh"> {e.seq}</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Erase who={who} />
    </>
  );
}

const PERMANENT: ReadonlySet<string> = new Set(["erased", "export.made", "assessment.made", "head.sealed"]);

function gist(body: unknown): string {
  const b = (body ?? {}) as Record<string, unknown>;
  for (const key of ["title", "label", "name", "text", "quote", "document", "evidence", "question", "key", "why"]) {
    const value = b[key];
    if (typeof value === "string" && value !== "") return value.slice(0, 80);
  }
  return "";
}

function Erase({ who }: { readonly who: string }) {
  const { t } = useTranslation();
  const assessment = useAssessment();
  const queries = useQueryClient();
  const [document, setDocument] = useState("");
  const [why, setWhy] = useState("");
  const [authority, setAuthority] = useState("");
  const [done, setDone] = useState<Error | "erased" | null>(null);
  const original = assessment.data?.documents.find((d) => d.id === document)?.original ?? null;
  const erase = async () => {
    try {
      await post("/api/erase", { sha256s: [original], who, why, authority });
      setDone("erased");
      setDocument("");
      await queries.invalidateQueries();
    } catch (failed) {
      setDone(failed as Error);
    }
  };
  return (
    <section className="sec form">
      <h2>{t("history.erase")}</h2>
      <p className="warn">{t("history.erase_warn")}</p>
      <label>
        {t("sources.document")}
        <select value={document} onChange={(e) => setDocument(e.currentTarget.value)}>
          <option value="" />
          {assessment.data?.documents.map((d) => (
            <option key={d.id} value={d.id}>
              {t("doc", { n: d.position })} {shownText(d.name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("history.reason")}
        <input value={why} onChange={(e) => setWhy(e.currentTarget.value)} />
      </label>
      <label>
        {t("history.authority")}
        <input value={authority} onChange={(e) => setAuthority(e.currentTarget.value)} />
      </label>
      <p>
        <button
          type="button"
          className="btn"
          disabled={who === "" || original === null || why.trim() === "" || authority.trim() === ""}
          onClick={() => void erase()}
        >
          {t("history.erase_do")}
        </button>
      </p>
      <div aria-live="polite">
        {done === "erased" ? t("history.erased") : done === null ? null : <Failed error={done} />}
      </div>
    </section>
  );
}
