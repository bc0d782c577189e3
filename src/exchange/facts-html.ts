import { spellingBy } from "../core/brief/called.ts";
import { wordingOf } from "../core/brief/wording/wordings.ts";
import type { AssessedIncident, Assessment, FactValue, IncidentField } from "../core/model/assessment.ts";
import { placeOf } from "./brief-places.ts";
import { type Child, type Element, el, name } from "./html.ts";
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

/** What the table says beside the facts, in the page's language. */
const WORDS = {
  en: {
    heading: "What is stated, disputed and unstated ",
    fields: FIELDS,
    unstated: "unstated",
    more: (n: number) => ` and ${n} more`,
  },
  ar: {
    heading: "ما ذُكر وما اختُلف فيه وما لم يُذكر ",
    fields: { ...wordingOf("ar").fields, perpetrator: "الفاعل، كما تقول النصوص" },
    unstated: "غير مذكور",
    more: (n: number) => (n === 1 ? " وواحدة غيرها" : ` و${n} غيرها`),
  },
} as const;

/** In the brief's language; English where that is none of ours. */
const wordsOf = ({ brief }: Assessment) => (brief.language === "ar" ? WORDS.ar : WORDS.en);

/** Each incident's facts as the sources leave them: stated, disputed side by side, or a blank to be filled. */
export function factsHtml(assessment: Assessment): readonly Element[] {
  return assessment.incidents
    .filter((incident) => incident.main || assessment.incidents.length === 1)
    .map((incident) => section(assessment, incident));
}

function section(assessment: Assessment, incident: AssessedIncident): Element {
  const words = wordsOf(assessment);
  const rows = incident.facts.map(({ field, value }) =>
    el("tr", {}, el("th", { scope: "row" }, words.fields[field]), el("td", {}, ...stated(assessment, field, value))),
  );
  return el(
    "section",
    { class: "sec" },
    el("h2", {}, words.heading, el("small", {}, name(incident.label))),
    el("table", { class: "facts" }, el("tbody", {}, ...rows)),
  );
}

function stated(
  assessment: Assessment,
  field: IncidentField,
  value: AssessedIncident["facts"][number]["value"],
): readonly Child[] {
  const one = (v: FactValue) => version(assessment, field, v);
  if (value.is === "unstated") return [blank(wordsOf(assessment).unstated)];
  if (value.is === "stated") return [one(value.value)];
  return [el("div", { class: "versus" }, ...value.versions.map((v) => el("div", {}, one(v.value))))];
}

const MOST_PLACES = 3;

function version(assessment: Assessment, field: IncidentField, value: FactValue): Child {
  const { text, quotes } = value;
  const { language } = assessment.brief;
  const say = wordingOf(language);
  const shown = say.factValue(field, value) ?? spellingBy(assessment, say)(text);
  const seen = new Set<string>();
  const own = quotes.filter(
    (q) => !seen.has(`${q.document} ${q.paragraph}`) && seen.add(`${q.document} ${q.paragraph}`),
  );
  const places = own.slice(0, MOST_PLACES).map((q) => placeOf(assessment, q));
  const more =
    own.length > MOST_PLACES
      ? el("span", { class: "soft small" }, wordsOf(assessment).more(own.length - MOST_PLACES))
      : null;
  return [name(shown), " ", ...places.flatMap((p, i): Child[] => [i > 0 && " ", p]), more];
}
