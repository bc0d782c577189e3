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

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const root = createRootRoute({
  component: Shell,
  validateSearch: (search: Record<string, unknown>): Search => {
    const kept: Record<string, string> = {};
    for (const [name, value] of Object.entries(search)) {
      const words = typeof value === "number" ? String(value) : text(value);
      if (words !== undefined) kept[name] = words;
    }
    return kept;
  },
});

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

const router = createRouter({ routeTree, scrollRestoration: true });
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
