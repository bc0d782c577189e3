import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ChartWords } from "../charts/words.ts";
import { useDays } from "./when.ts";

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
      andMore: (count) => t("drawing.andMore", { n: count }),
      attack: t("drawing.attack"),
      silenceOf: (actor) => t("drawing.silenceOf", { actor }),
      timeline: t("drawing.timeline"),
      lineage: t("sources.graph"),
      day: days.day,
    }),
    [i18n.language],
  );
}
