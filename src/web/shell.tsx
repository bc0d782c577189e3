import { Link, Outlet, useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { shownText } from "../exchange/shown.ts";
import { stripOf } from "../exchange/timeline-html.ts";
import { useAssessment, useCase } from "./asked.ts";
import { useChartWords } from "./chart-words.ts";
import { useKeys } from "./keys.ts";
import { chooseTheme, kept, speak, type Theme, type UiLanguage } from "./language.ts";
import { type Now, useLive } from "./live.ts";
import { Drawn } from "./nodes.tsx";
import { Name, Waiting, Why } from "./parts.tsx";
import { useSpelling } from "./spelling.ts";
import { useDays } from "./when.ts";
import { setYou, useYou } from "./you.ts";

const VIEWS = ["overview", "sources", "compare", "check", "statements", "brief", "history"] as const;
const PATHS = {
  overview: "/",
  sources: "/sources",
  compare: "/compare",
  check: "/check",
  statements: "/statements",
  brief: "/brief",
  history: "/history",
} as const;

/** The frame of every view: where we are, as of when, who sits here. */
export function Shell() {
  const { t } = useTranslation();
  const info = useCase();
  const assessment = useAssessment();
  const now = useLive();
  useKeys();
  const title = info.data?.title ?? "";
  useEffect(() => {
    document.title = title === "" ? "Silverblaze" : `${shownText(title)} · Silverblaze`;
  }, [title]);
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header>
        <div className="top">
          <p className="crumbs">
            <Link to="/" className="mark" lang="en">
              Silverblaze
            </Link>{" "}
            {title === "" ? null : (
              <span className="case">
                <Name>{title}</Name>
              </span>
            )}
          </p>
          <nav aria-label={t("nav_label")}>
            <ul>
              {VIEWS.map((view) => (
                <li key={view}>
                  <Link
                    to={PATHS[view]}
                    search={keepCut}
                    activeOptions={{ exact: view === "overview", includeSearch: false }}
                    activeProps={{ "aria-current": "page" }}
                  >
                    {t(`nav.${view}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {info.data?.demonstration ? <strong className="demo">{shownText(info.data.demonstration)}</strong> : null}
        </div>
        <hr className="rule" />
        <Strip asOf={assessment.data?.asOf} now={now} />
        <hr className="rule" />
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <Why of={assessment.data} />
      <Foot />
    </>
  );
}

/** Between views the cut stays, and nothing else. */
function keepCut(old: { readonly asOf?: string }): { readonly asOf?: string } {
  return old.asOf === undefined ? {} : { asOf: old.asOf };
}

const NOBODY = { actors: [] };

function Strip({ asOf, now }: { readonly asOf: string | undefined; readonly now: Now }) {
  const { t } = useTranslation();
  const days = useDays();
  const navigate = useNavigate();
  const info = useCase();
  const assessment = useAssessment();
  const search = useSearch({ strict: false }) as { readonly asOf?: string };
  const words = useChartWords();
  const spelled = useSpelling(assessment.data ?? NOBODY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how a name is spelled hangs on the same two
  const drawing = useMemo(
    () => (assessment.data ? stripOf(assessment.data as never, { words, actor: spelled }) : null),
    [assessment.data, words],
  );
  const day = (search.asOf ?? info.data?.asOf ?? "").slice(0, 10);
  return (
    <section className="strip" aria-label={t("asOf_change")}>
      <div className="cut">
        <label>
          {t("asOf")}
          <input
            type="date"
            value={day}
            onChange={(e) => {
              const { value } = e.currentTarget;
              if (/^\d{4}-\d\d-\d\d$/.test(value))
                void navigate({ to: ".", search: (old: object) => ({ ...old, asOf: value }) });
            }}
          />
        </label>
        {asOf === undefined ? null : <b>{days.instant(asOf)}</b>}{" "}
        <span>{t("recorded", { seq: now.seq ?? info.data?.head.seq ?? "" })}</span>{" "}
        <span role="status" className={now.moved || now.progress ? "moved" : "vh"}>
          {now.progress
            ? t(`waiting_${now.progress.what}`, { ...now.progress })
            : now.moved
              ? t("changed_elsewhere", { seq: now.seq })
              : ""}
        </span>
      </div>
      <div className="strip-drawing">{assessment.isPending ? <Waiting /> : <Drawn node={drawing} />}</div>
    </section>
  );
}

function Foot() {
  const { t, i18n } = useTranslation();
  const info = useCase();
  const name = useYou();
  return (
    <footer className="page-foot">
      <label>
        {t("you")}{" "}
        <input value={name} onChange={(e) => setYou(e.currentTarget.value)} placeholder={t("you_hint")} size={28} />
      </label>
      <label>
        {t("language")}{" "}
        <select value={i18n.language} onChange={(e) => void speak(i18n, e.currentTarget.value as UiLanguage)}>
          <option value="en" lang="en">
            English
          </option>
          <option value="ar" lang="ar">
            العربية
          </option>
        </select>
      </label>
      <label>
        {t("theme")}{" "}
        <select defaultValue={kept("theme") ?? "system"} onChange={(e) => chooseTheme(e.currentTarget.value as Theme)}>
          {(["system", "light", "dark"] as const).map((theme) => (
            <option key={theme} value={theme}>
              {t(`theme_${theme}`)}
            </option>
          ))}
        </select>
      </label>
      <Link to="/keys" search={keepCut}>
        {t("keys")} <kbd>?</kbd>
      </Link>
      <span lang="en">Silverblaze {info.data?.version ?? ""}</span>
      <span>{t("not_legal")}</span>
    </footer>
  );
}
