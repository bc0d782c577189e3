import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { Refusal } from "./api.ts";
import { startLanguage } from "./language.ts";
import { Shell } from "./shell.tsx";
import "virtual:look.css";
import "./fonts.css";
import "./workbench.css";

/** What every view's address may carry: the cut, the figure whose grounds are open, a place in a document. */
export interface Search {
  readonly asOf?: string;
  readonly why?: string;
}

/** An address carries words and nothing else: no value of it is read as JSON. */
const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(search)].filter(([name, value]) => name !== "__proto__" && value !== ""));

const stringifySearch = (search: Record<string, unknown>): string => {
  const words = Object.entries(search).filter((e): e is [string, string] => typeof e[1] === "string" && e[1] !== "");
  return words.length === 0 ? "" : `?${new URLSearchParams(words)}`;
};

const root = createRootRoute({ component: Shell, validateSearch: (search: Record<string, unknown>): Search => search });

const view = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  });

const routeTree = root.addChildren([
  view("/", () => import("./views/overview.tsx"), "Overview"),
  view("/sources", () => import("./views/sources.tsx"), "Sources"),
  view("/sources/$document", () => import("./views/document.tsx"), "DocumentView"),
  view("/compare", () => import("./views/compare.tsx"), "Compare"),
  view("/check", () => import("./views/check.tsx"), "CheckView"),
  view("/statements", () => import("./views/statements.tsx"), "Statements"),
  view("/brief", () => import("./views/brief.tsx"), "BriefView"),
  view("/history", () => import("./views/history.tsx"), "History"),
  view("/keys", () => import("./views/keys.tsx"), "Keys"),
]);

const router = createRouter({ routeTree, parseSearch, stringifySearch, scrollRestoration: true });
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: (times, error) => !(error instanceof Refusal) && times < 2 },
  },
});

const i18n = startLanguage();
createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
);
