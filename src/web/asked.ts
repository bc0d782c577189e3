// What the views ask the server for, remembered for the head and the cut that it stands for.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { BriefLanguage } from "../core/model/brief.ts";
import type { Trace } from "../core/why.ts";
import type { CaseInfo, Overview, TextView } from "../server/api.ts";
import { get } from "./api.ts";

/** The cut of the address; empty: the server's own. */
export function useAsOf(): string | undefined {
  return (useSearch({ strict: false }) as { readonly asOf?: string }).asOf;
}

/** The interface's language, in which the brief is asked for too. */
export function useLanguage(): BriefLanguage {
  return useTranslation().i18n.language === "ar" ? "ar" : "en";
}

export function useCase() {
  return useQuery({ queryKey: ["case"], queryFn: ({ signal }) => get<CaseInfo>("/api/case", {}, signal) });
}

export function useAssessment() {
  const asOf = useAsOf();
  const lang = useLanguage();
  return useQuery({
    queryKey: ["assessment", asOf, lang],
    queryFn: ({ signal }) => get<Overview>("/api/assessment", { "as-of": asOf, lang }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useTrace(id: string | undefined) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["why", asOf, id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => get<Trace>("/api/figures", { id, "as-of": asOf }, signal),
  });
}

export function useText(document: string | undefined) {
  const asOf = useAsOf();
  return useQuery({
    queryKey: ["text", asOf, document],
    enabled: document !== undefined && document !== "",
    queryFn: ({ signal }) =>
      get<TextView>(`/api/texts/${encodeURIComponent(document ?? "")}`, { "as-of": asOf }, signal),
  });
}
