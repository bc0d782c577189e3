import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { decisionMark } from "../../charts/marks.ts";
import { ACTS } from "../../core/model/statement.ts";
import { shownText } from "../../exchange/shown.ts";
import type { StatementPage, StatementRow } from "../../server/api.ts";
import { get } from "../api.ts";
import { useAsOf } from "../asked.ts";
import { keysAreOn, typing } from "../keys.ts";
import { Drawn } from "../nodes.tsx";
import { Empty, Failed, Name, Waiting } from "../parts.tsx";
import { Deciding } from "./deciding.tsx";

const PAGE = 100;
const ROW_HEIGHT = 64;

interface Filter {
  readonly words?: string;
  readonly act?: string;
  readonly status?: string;
  readonly order?: string;
  readonly own?: string;
  readonly statement?: string;
}

const STATUSES = ["proposed", "accepted", "mended", "rejected", "added"] as const;

/** Every statement of the case in one table, of any length; the chosen one in its text, to accept, mend or reject. */
export function Statements() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const filter = useSearch({ strict: false }) as Filter;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const set = useCallback(
    (next: Filter) =>
      void navigate({ to: ".", search: (old: object) => ({ ...old, ...next }), replace: true, resetScroll: false }),
    [navigate],
  );
  const { words, act, status, order, own, statement } = filter;
  const asked = useInfiniteQuery({
    queryKey: ["statements", asOf, words, act, status, order, own],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      get<StatementPage>(
        "/api/statements",
        { from: pageParam, count: PAGE, words, act, status, order, own, "as-of": asOf },
        signal,
      ),
    getNextPageParam: (last, pages) => {
      const had = pages.reduce((n, p) => n + p.rows.length, 0);
      return had < last.total ? had : undefined;
    },
    refetchInterval: (query) => {
      const last = query.state.data?.pages.at(-1);
      return last !== undefined && last.read < last.documents ? 1_000 : false;
    },
  });
  const rows = useMemo(() => asked.data?.pages.flatMap((p) => p.rows) ?? [], [asked.data]);
  const last = asked.data?.pages.at(-1);
  const chosen = rows.findIndex((r) => r.id === statement);
  const step = useCallback(
    (by: number) => {
      const next = rows[Math.min(rows.length - 1, Math.max(0, chosen + by))];
      if (next) set({ statement: next.id });
    },
    [rows, chosen, set],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!keysAreOn() || typing(event)) return;
      if (event.key === "j") step(1);
      else if (event.key === "k") step(-1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [step]);
  return (
    <>
      <h1>{t("statements.title")}</h1>
      <Filters filter={filter} set={set} />
      <p className="soft small" role="status">
        {last === undefined ? "" : t("statements.count", { count: last.total })}{" "}
        {last !== undefined && last.read < last.documents
          ? t("statements.still", { read: last.read, of: last.documents })
          : ""}
      </p>
      {asked.error ? <Failed error={asked.error} again={() => void asked.refetch()} /> : null}
      {asked.data === undefined && !asked.error ? <Waiting /> : null}
      {last !== undefined && last.total === 0 && last.read === last.documents ? (
        <Empty>{t("statements.none")}</Empty>
      ) : null}
      <div className="bench">
        <Rows
          rows={rows}
          total={last?.total ?? 0}
          chosen={chosen}
          choose={(id) => set({ statement: id })}
          more={() => {
            if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage();
          }}
        />
        {chosen === -1 || rows[chosen] === undefined ? (
          <p className="soft">{rows.length === 0 ? "" : t("statements.choose")}</p>
        ) : (
          <Deciding
            key={rows[chosen].id}
            row={rows[chosen]}
            decided={() => {
              void queries.invalidateQueries();
              step(1);
            }}
          />
        )}
      </div>
    </>
  );
}

function Filters({ filter, set }: { readonly filter: Filter; readonly set: (next: Filter) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(filter.words ?? "");
  useEffect(() => {
    const timer = setTimeout(() => {
      if (words !== (filter.words ?? "")) set({ words: words === "" ? undefined : words } as Filter);
    }, 15);
    return () => clearTimeout(timer);
  }, [words, filter.words, set]);
  const value = (next: string): string | undefined => (next === "" ? undefined : next);
  return (
    <div className="btns filters">
      <label>
        {t("statements.search")}{" "}
        <input type="search" dir="auto" value={words} onChange={(e) => setWords(e.currentTarget.value)} />
      </label>
      <label>
        {t("statements.act")}{" "}
        <select value={filter.act ?? ""} onChange={(e) => set({ act: value(e.currentTarget.value) } as Filter)}>
          <option value="">{t("statements.all_acts")}</option>
          {ACTS.map((a) => (
            <option key={a} value={a}>
              {t(`act.${a}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("statements.status")}{" "}
        <select value={filter.status ?? ""} onChange={(e) => set({ status: value(e.currentTarget.value) } as Filter)}>
          <option value="">{t("statements.all_status")}</option>
          {STATUSES.map((s) => (
            <option key={s} value={s}>
              {t(`status.${s}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={filter.order === "queue"}
          onChange={(e) => set({ order: e.currentTarget.checked ? "queue" : undefined } as Filter)}
        />{" "}
        {t("statements.queue")}
      </label>
      <label>
        <input
          type="checkbox"
          checked={filter.own === "yes"}
          onChange={(e) => set({ own: e.currentTarget.checked ? "yes" : undefined } as Filter)}
        />{" "}
        {t("statements.own")}
      </label>
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly StatementRow[];
  readonly total: number;
  readonly chosen: number;
  readonly choose: (id: string) => void;
  readonly more: () => void;
}

/** Only the rows in sight are drawn; the table says how many there are in all. */
function Rows({ rows, total, chosen, choose, more }: RowsProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastSeen >= rows.length - 40) more();
  }, [lastSeen, rows.length, more]);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, virtual]);
  if (rows.length === 0) return null;
  return (
    <div
      ref={box}
      className="rows"
      role="table"
      aria-rowcount={total}
      aria-label={t("statements.title")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
      tabIndex={0}
    >
      <div role="rowgroup" className="rows-inner" style={{ blockSize: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const on = item.index === chosen;
          return (
            <div
              key={row.id}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 1}
              aria-selected={on}
              className={on ? "stmt on" : row.status === "rejected" ? "stmt rej" : "stmt"}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => choose(row.id)}
              onKeyDown={(e) => {
                if (e.key === "Enter") choose(row.id);
              }}
            >
              <span role="cell" className="st">
                <Drawn node={decisionMark(row.status === "rejected" ? "proposed" : row.status)} />
                <span className="vh">{t(`status.${row.status}`)}</span>
              </span>
              <span role="cell" className="stmt-who">
                {row.speaker === null ? <span className="blank">{t("nobody")}</span> : <Name>{row.speaker}</Name>}
                <span className="soft"> {t(`act.${row.act}`)}</span>
                {row.target === null ? null : (
                  <>
                    {" "}
                    <Name>{row.target}</Name>
                  </>
                )}
              </span>
              <span role="cell" className="q stmt-words" dir="auto">
                <button type="button" className="inline" onClick={() => choose(row.id)}>
                  {shownText(row.quote)}
                </button>
              </span>
              <span role="cell" className="soft small nw">
                {t("doc", { n: row.position })}, {t("par", { n: row.paragraph })}
                {row.figures === null || row.figures === 0 ? "" : ` · ${row.figures} ${t("statements.rests")}`}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
