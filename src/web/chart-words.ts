import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ChartWords } from "../charts/words.ts";
import { useDays } from "./when.ts";

/** A drawing's words run from left to right: what is in Arabic is set apart as running the other way [UAX #9]. */
const isolated = (text: string, language: string): string => (language === "ar" ? `\u2067${text}\u2069` : text);

/** The words of the drawings in the interface's language. */
export function useChartWords(): ChartWords {
  const { t, i18n } = useTranslation();
  const days = useDays();
  // biome-ignore lint/correctness/useExhaustiveDependencies: both hang on the language alone
  return useMemo(
    () => ({
      relation: {
        verbatim: t("relation.verbatim"),
        "light-edit": t("relation.light-edit"),
        "heavy-rewrite": t("relation.heavy-rewrite"),
        "shared-source": t("relation.shared-source"),
        "same-material": t("relation.same-material"),
        "same-event-independent": t("relation.same-event-independent"),
        unrelated: t("relation.unrelated"),
      },
      possibly: `${t("possible")} `,
      asOf: t("drawing.asOf"),
      noDate: t("drawing.noDate"),
      andMore: (count) => isolated(t("drawing.andMore", { n: count }), i18n.language),
      attack: t("drawing.attack"),
      silenceOf: (actor) => isolated(t("drawing.silenceOf", { actor }), i18n.language),
      timeline: t("drawing.timeline"),
      lineage: t("sources.graph"),
      day: (at, year) => isolated(days.day(at, year), i18n.language),
    }),
    [i18n.language],
  );
}
