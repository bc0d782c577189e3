import type { AssessedIncident, Assessment, FactValue, IncidentField } from "../core/model/assessment.ts";
import { type Child, type Element, el, name } from "./html.ts";
import { quoteWithPlace } from "./places.ts";
import { blank } from "./text-facts.ts";

const FIELDS: Readonly<Record<IncidentField, string>> = {
  date: "date",
  time: "time of day",
  place: "place",
  killed: "killed",
  wounded: "wounded",
  target: "target",
  weapon: "weapon",
  perpetrator: "who did it, say the texts",
  "group-part": "the group\u2019s part",
  investigation: "investigation",
};

/** Each incident's facts as the sources leave them: stated, disputed side by side, or a blank to be filled. */
export function factsHtml(assessment: Assessment): readonly Element[] {
  return assessment.incidents
    .filter((incident) => incident.main || assessment.incidents.length === 1)
    .map((incident) => section(assessment, incident));
}

function section(assessment: Assessment, incident: AssessedIncident): Element {
  const rows = incident.facts.map(({ field, value }) =>
    el("tr", {}, el("th", { scope: "row" }, FIELDS[field]), el("td", {}, ...stated(assessment, value))),
  );
  return el(
    "section",
    { class: "sec" },
    el("h2", {}, "What is stated, disputed and unstated ", el("small", {}, name(incident.label))),
    el("table", { class: "facts" }, el("tbody", {}, ...rows)),
  );
}

function stated(assessment: Assessment, value: AssessedIncident["facts"][number]["value"]): readonly Child[] {
  if (value.is === "unstated") return [blank("unstated")];
  if (value.is === "stated") return [version(assessment, value.value)];
  return [el("div", { class: "versus" }, ...value.versions.map((v) => el("div", {}, version(assessment, v.value))))];
}

const MOST_PLACES = 3;

function version(assessment: Assessment, { text, quotes }: FactValue): Child {
  const seen = new Set<string>();
  const own = quotes.filter(
    (q) => !seen.has(`${q.document} ${q.paragraph}`) && seen.add(`${q.document} ${q.paragraph}`),
  );
  const places = own.slice(0, MOST_PLACES).map((quote) => quoteWithPlace(quote, assessment).place);
  const more =
    own.length > MOST_PLACES ? el("span", { class: "soft small" }, ` and ${own.length - MOST_PLACES} more`) : null;
  return [name(text), " ", ...places.flatMap((p, i): Child[] => [i > 0 && " ", p]), more];
}
