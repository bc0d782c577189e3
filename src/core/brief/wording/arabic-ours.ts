// What the assessment itself words in English, for people and for `why`, said again in Arabic: how a class differs, what is missing for a
// judgment, what was judged. Each pattern is of a sentence that the core writes; the test runs the functions that write them and looks for
// English left over. Anything else is a source's or a person's own, and stays.

import { parseIso, type When } from "../../model/time.ts";
import { arabicName } from "../../text/arabic-names.ts";
import { shippedGazetteer } from "../../text/gazetteer.ts";
import { arabicWhen } from "./arabic-days.ts";

const ATTACKS: Readonly<Record<string, readonly [many: string, one: string]>> = {
  "suicide attacks": ["هجمات انتحارية", "هجوم انتحاري"],
  shootings: ["عمليات إطلاق نار", "إطلاق نار"],
  bombings: ["تفجيرات", "تفجير"],
  "knife attacks": ["هجمات بسكين", "هجوم بسكين"],
  kidnappings: ["عمليات خطف", "عملية خطف"],
  assassinations: ["عمليات اغتيال", "عملية اغتيال"],
  "acts of sabotage": ["أعمال تخريب", "عمل تخريب"],
  shellings: ["عمليات قصف", "عملية قصف"],
  "arson attacks": ["عمليات إحراق", "عملية إحراق"],
  intrusions: ["عمليات اختراق", "عملية اختراق"],
  attacks: ["هجمات", "هجوم"],
};

/** "a suicide attack" is one of the "suicide attacks". */
const ONE: Readonly<Record<string, string>> = {
  "a suicide attack": "suicide attacks",
  "a shooting": "shootings",
  "a bombing": "bombings",
  "a knife attack": "knife attacks",
  "a kidnapping": "kidnappings",
  "an assassination": "assassinations",
  "an act of sabotage": "acts of sabotage",
  "a shelling": "shellings",
  "an arson attack": "arson attacks",
  "an intrusion": "intrusions",
};

/** Targets as an adjective of several and of one. */
const TARGETS: Readonly<Record<string, readonly [many: string, one: string]>> = {
  security: ["أهداف أمنية", "هدف أمني"],
  civilian: ["أهداف مدنية", "هدف مدني"],
  political: ["أهداف سياسية", "هدف سياسي"],
  infrastructure: ["بنى تحتية", "بنية تحتية"],
  business: ["أهداف تجارية", "هدف تجاري"],
};

const VALUES: Readonly<Record<string, string>> = {
  killed: "قُتل",
  captured: "أُسر",
  "at large": "ما زال طليقًا",
  died: "مات",
  directed: "موجَّه",
  "in contact": "على اتصال",
  inspired: "متأثر بلا اتصال",
  "none known": "لا اتصال معروفًا",
  none: "لا شيء",
  nobody: "لا أحد",
  "1 to 5": "1 إلى 5",
  "6 to 25": "6 إلى 25",
  "more than 25": "أكثر من 25",
};

const FEATURES: Readonly<Record<string, string>> = {
  "kind of attack": "نوع الهجوم",
  "number killed": "عدد القتلى",
  "what became of the attacker": "مصير المهاجم",
  "contact with the group": "الاتصال بالجماعة",
  "the victims' nationality": "جنسية الضحايا",
};

const value = (text: string): string => VALUES[text] ?? text;
const targets = (kind: string) => TARGETS[kind] ?? [`أهداف من نوع «${kind}»`, `هدف من نوع «${kind}»`];

const states = new Map(
  shippedGazetteer.states.flatMap((s) => {
    const ar = s.names.ar[0];
    return ar === undefined ? [] : [...s.names.en, ...s.adjectives.en].map((en) => [en, ar] as const);
  }),
);
const country = (text: string): string =>
  states.get(text) ?? text.replace(/^the country coded (\S+)$/u, "البلد ذي الرمز $1");
const victims = (text: string): string =>
  country(
    /^(?:people from (.+)|(.+) victims)$/u
      .exec(text)
      ?.slice(1)
      .find((x) => x !== undefined) ?? text,
  );

const PERIOD_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const ISO_MONTH = (name: string) => String(PERIOD_MONTHS.split("|").indexOf(name) + 1).padStart(2, "0");

/** A day, month or year as the core words it, in Arabic. */
function day(text: string): string {
  const m = new RegExp(`^(?:(\\d{1,2}) )?(${PERIOD_MONTHS}) (\\d{4})(?:, (\\d{2}:\\d{2}) UTC)?$`, "u").exec(text);
  if (m === null) return text;
  const [, d, name = "", year, clock] = m;
  const iso = `${year}-${ISO_MONTH(name)}${d === undefined ? "" : `-${d.padStart(2, "0")}`}${clock === undefined ? "" : `T${clock}Z`}`;
  const when: When | null = parseIso(iso);
  return when === null ? text : arabicWhen(when);
}

type Rule = readonly [pattern: RegExp, say: (...found: string[]) => string];

/** What a class is of, and what this attack was. */
const ALL: readonly Rule[] = [
  [/^attacks of any kind$/u, () => "هجمات من أي نوع"],
  [/^all attacks of the kind "(.+)"$/u, (kind = "") => `كلها هجمات من نوع «${kind}»`],
  [/^all by an insider$/u, () => "كلها بيد شخص من الداخل"],
  [/^all not by an insider$/u, () => "كلها بيد غرباء عن المكان"],
  [/^by insiders and others$/u, () => "بيد أشخاص من الداخل وغيرهم"],
  [/^all on (.+) targets$/u, (kind = "") => `كلها على ${targets(kind)[0]}`],
  [/^on targets of any kind$/u, () => "على أهداف من أي نوع"],
  [/^all with contact to the group: (.+)$/u, (c = "") => `كلها مع اتصال بالجماعة: ${value(c)}`],
  [/^whatever the contact with the group$/u, () => "أيًّا كان الاتصال بالجماعة"],
  [/^all with the attacker (.+)$/u, (fate = "") => `كلها ومصير المهاجم: ${value(fate)}`],
  [/^all with (.+) killed$/u, (n = "") => `كلها وعدد القتلى: ${value(n)}`],
  [/^all with ((?:people from .+)|(?:.+ victims))$/u, (who = "") => `كلها وضحاياها من ${victims(who)}`],
  [/^whoever the victims$/u, () => "أيًّا كان الضحايا"],
  [/^all in (.+)$/u, (where = "") => `كلها في ${country(where)}`],
  [/^in any country$/u, () => "في أي بلد"],
  [/^of (.+)$/u, (period = "") => `من ${period.split(" to ").map(day).join(" إلى ")}`],
  [/^all (.+)$/u, (kind = "") => (ATTACKS[kind] === undefined ? "" : `كلها ${ATTACKS[kind][0]}`)],
];

const THIS: readonly Rule[] = [
  [/^one of the kind "(.+)"$/u, (kind = "") => `من نوع «${kind}»`],
  [/^by an insider$/u, () => "بيد شخص من الداخل"],
  [/^not by an insider$/u, () => "بيد غريب عن المكان"],
  [/^on an? (.+) target$/u, (kind = "") => `على ${targets(kind)[1]}`],
  [/^one with contact: (.+)$/u, (c = "") => `مع اتصال: ${value(c)}`],
  [/^one with the attacker (.+)$/u, (fate = "") => `مصير مهاجمه: ${value(fate)}`],
  [/^one with (.+) killed$/u, (n = "") => `عدد قتلاه: ${value(n)}`],
  [/^one with (.+)$/u, (who = "") => `ضحاياه من ${victims(who)}`],
  [/^in (.+)$/u, (where = "") => `في ${country(where)}`],
  [/^on (.+)$/u, (when = "") => `في ${day(when)}`],
  [/^(.+)$/u, (one = "") => ATTACKS[ONE[one] ?? ""]?.[1] ?? ""],
];

/** What the first rule that fits makes of the text; null where none does, or it has no words for it. */
function first(rules: readonly Rule[], text: string): string | null {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const said = say(...found.slice(1));
    if (said !== "") return said;
  }
  return null;
}

const JOINTS = [
  ["; this was ", "؛ وهذا الهجوم "],
  ["; not known whether this was ", "؛ ولا يُعرف هل هذا الهجوم "],
] as const;

/** "all on security targets; not known whether this was on a security target". */
function difference(text: string): string | null {
  for (const [joint, said] of JOINTS) {
    const at = text.indexOf(joint);
    const left = at < 0 ? null : first(ALL, text.slice(0, at));
    const right = at < 0 ? null : first(THIS, text.slice(at + joint.length));
    if (left !== null && right !== null) return `${left}${said}${right}`;
  }
  return null;
}

/** Reference classes that the core makes from rows. */
const CLASSES: readonly Rule[] = [
  [
    /^(.+), (suicide attacks|shootings|bombings|knife attacks|kidnappings|assassinations|acts of sabotage|shellings|arson attacks|intrusions|attacks|attacks of the kind "[^"]+")(?: on (\S+) targets)?(?: in ([^,(]+?))?(, by insiders|, not by insiders)?(?:, contact: ([^,(]+?))?(?:, attacker ([^,(]+?))?(?:, ([^,(]+?) killed)? \(([^()]+)\)$/u,
    fromRows,
  ],
];

function fromRows(
  who = "",
  what = "",
  target?: string,
  where?: string,
  insider?: string,
  contact?: string,
  fate?: string,
  killed?: string,
  set?: string,
): string {
  const kind = /^attacks of the kind "(.+)"$/u.exec(what)?.[1];
  const attacks = kind === undefined ? (ATTACKS[what]?.[0] ?? what) : `هجمات من نوع «${kind}»`;
  const parts = [
    `${who === "Any group" ? "أي جماعة" : who}، ${attacks}`,
    target === undefined ? "" : ` على ${targets(target)[0]}`,
    where === undefined ? "" : ` في ${country(where)}`,
    insider === undefined ? "" : insider.includes("not") ? "، بيد غرباء عن المكان" : "، بيد أشخاص من الداخل",
    contact === undefined ? "" : `، الاتصال: ${value(contact)}`,
    fate === undefined ? "" : `، مصير المهاجم: ${value(fate)}`,
    killed === undefined ? "" : `، عدد القتلى: ${value(killed)}`,
    ` (${set ?? ""})`,
  ];
  return parts.join("");
}

/** Notes of classes made from rows. */
const NOTES: readonly Rule[] = [
  [/^by other groups too$/u, () => "بيد جماعات أخرى أيضًا"],
  [
    /^not cut by (.+): coded after the event$/u,
    (list = "") =>
      `بلا تقسيم بحسب ${list
        .split(" or ")
        .map((f) => FEATURES[f] ?? f)
        .join(" أو ")}: رُمّز بعد الحدث`,
  ],
];

const ASSUMED: Readonly<Record<string, string>> = {
  "false-share": "نسبة ما تتبناه مما لم تنفّذه",
  seen: "احتمال رؤية التبني",
  lag: "تأخّر التبني",
  "strategic-share": "نسبة ما يُخفى عمدًا",
  ascertainment: "احتمال نسبة الهجوم إلى صاحبه بلا تبنٍّ",
  correlation: "الترابط بين الأدلة",
  "age-discount": "خصم القِدم",
};

/** What is missing for a judgment, and what was judged. */
const JUDGING: readonly Rule[] = [
  [/^a starting chance for “([\s\S]+)”$/u, (x = "") => `احتمال بداية للتفسير «${x}»`],
  [/^answers for two explanations on “([\s\S]+)”$/u, (x = "") => `أجوبة عن تفسيرين في الدليل «${arabicOurs(x)}»`],
  [/^an item of evidence that somebody has weighed under two explanations$/u, () => "دليل وزنه أحد في ظل تفسيرين"],
  [
    /^a second person’s approval to weigh “([\s\S]+)”, which accuses a person$/u,
    (x = "") => `موافقة شخص ثانٍ على وزن التفسير «${x}»، وهو يتهم شخصًا`,
  ],
  [
    /^the share of its attacks that the actor hides on purpose, for “([\s\S]+)”, which fits any silence$/u,
    (x = "") => `نسبة ما يُخفى عمدًا من الهجمات، للتفسير «${x}»، وهو يوافق أي صمت`,
  ],
  [/^no claim by (.+)$/u, (who = "") => `غياب تبنٍّ من ${who}`],
  [/^the claim by (.+)$/u, (who = "") => `التبني الصادر عن ${who}`],
  [/^starting chance of “([\s\S]+)”$/u, (x = "") => `احتمال البداية للتفسير «${x}»`],
  [/^chance to see “([\s\S]+)$/u, chanceToSee],
  [/^question: ([\s\S]+)$/u, (x = "") => `السؤال «${x}»`],
  [/^fact: ([\s\S]+)$/u, (x = "") => `الواقعة «${x}»`],
  [/^item of evidence: ([\s\S]+)$/u, (x = "") => `الدليل «${x}»`],
  [/^reference class: ([\s\S]+)$/u, (x = "") => `الفئة المرجعية «${arabicOurs(x)}»`],
  [/^class picked: ([\s\S]+)$/u, (x = "") => `اختيار الفئة «${x}»`],
  [/^assumption: (.+)$/u, (what = "") => (ASSUMED[what] === undefined ? "" : `الافتراض: ${ASSUMED[what]}`)],
];

/** The rest of "chance to see “an item” if “this” and “that”: would expect it". */
function chanceToSee(rest = ""): string {
  const at = rest.indexOf("” if “");
  const end = rest.lastIndexOf("”");
  if (at < 0 || end < at + 6) return "";
  const given = rest.slice(at + 6, end).replaceAll("” and “", "» و«");
  const word = rest.startsWith(": ", end + 1) ? `: ${arabicOurs(rest.slice(end + 3))}` : "";
  return `احتمال رؤية «${rest.slice(0, at)}» إذا صح «${given}»${word}`;
}

const EXACTLY: Readonly<Record<string, string>> = {
  "nobody named": "جهة لم تُسمَّ",
  "a source not named": "مصدر لم يُسمَّ",
  "a private person": "شخص عادي لا يُسمّى",
  "chance that a claim made would have been seen by now": "احتمال أن يكون التبني، إن صدر، قد شوهد حتى الآن",
  "share of such attacks that it would claim without having done them": "نسبة ما قد يُتبنّى من هجمات كهذه من دون تنفيذها",
  "weight that a wider class lends to a narrower one, in attacks": "وزن ما تعيره فئة أوسع لفئة أضيق، بعدد الهجمات",
  "as stated": "كما ذُكر",
  "starting chances": "احتمالات البداية",
  "given at --class": "أُعطيت مع الأمر",
  "almost sure to see it": "رؤيته شبه أكيدة",
  "would expect it": "رؤيته متوقعة",
  "as likely as not": "رؤيته وعدمها سيّان",
  "would be surprised": "رؤيته مفاجئة",
  "would be astonished": "رؤيته مذهلة",
};

const OTHER: readonly Rule[] = [
  [/^doc (\d+)$/u, (n = "") => `الوثيقة ${n}`],
  [/^rows of (.+) known before the attack$/u, (set = "") => `صفوف من ${set} كانت معروفة قبل الهجوم`],
];

/** The text in Arabic where it is one that the core words; any other as it is. */
export function arabicOurs(text: string): string {
  const exact = arabicName(text) ?? (Object.hasOwn(EXACTLY, text) ? EXACTLY[text] : undefined);
  if (exact !== undefined) return exact;
  return difference(text) ?? first([...NOTES, ...CLASSES, ...JUDGING, ...OTHER], text) ?? text;
}
