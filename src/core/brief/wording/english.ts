import type { BriefSectionId, CountedNoun } from "../../model/brief.ts";
import { LIKELIHOOD_BANDS } from "../../model/likelihood.ts";
import type { ChangeClass, Relation } from "../../model/lineage.ts";
import type { LagLaw } from "../../model/silence.ts";
import { dayInWords, instantInWords, type When, whenInWords } from "../../model/time.ts";
import { capital, joinedBy, listedBy, name, plain, together, wordPattern } from "../prose.ts";
import { inDays, shownAs } from "../rounding.ts";
import type { Act, Piece, Pieces, SaidWhen, Word, Wording } from "./wording.ts";

const HEADINGS: Readonly<Record<BriefSectionId, string>> = {
  judgment: "Judgment",
  "who-says-what": "Who says what",
  silence: "The silence",
  "in-dispute": "In dispute",
  "what-copies-lost": "What copies lost",
  "other-questions": "Other questions",
  contrary: "Contrary evidence",
  assumptions: "Key assumptions",
  "would-change": "What would change this",
  "not-seen": "What we could not see",
  "made-how": "Made how",
};

/** A field of an incident as a person calls it. */
const FIELDS: Wording["fields"] = {
  date: "the day",
  time: "the time of day",
  place: "the place",
  killed: "the number killed",
  wounded: "the number wounded",
  target: "the target",
  weapon: "the weapon",
  perpetrator: "who did it",
  "group-part": "the group’s part in it",
  investigation: "the state of an investigation",
};

/** What was done to how many of what: verb, one, many. */
const LOST: Readonly<Record<ChangeClass, readonly [string, string, string]>> = {
  attribution: ["lost", "attribution", "attributions"],
  date: ["lost or changed", "date", "dates"],
  number: ["changed", "number", "numbers"],
  comparator: ["lost or changed", "“at least” or the like", "words such as “at least”"],
  place: ["lost or changed", "place", "places"],
  "entity-replaced": ["replaced", "name", "names"],
  "role-moved": ["gave to another", "role", "roles"],
  quantifier: ["widened or narrowed", "statement", "statements"],
  "modality-hardened": ["hardened", "statement", "statements"],
  "modality-softened": ["softened", "statement", "statements"],
  "possible-to-happened": ["made a fact of", "possibility", "possibilities"],
  "alternative-dropped": ["lost", "other explanation", "other explanations"],
  "cause-added": ["added", "cause or aim", "causes or aims"],
  "statement-to-question": ["made a question of", "statement", "statements"],
  "revision-invented": ["invented", "revision", "revisions"],
  "as-of-lost": ["lost", "mark of what is only true so far", "marks of what is only true so far"],
  "loaded-word-added": ["added", "loaded word", "loaded words"],
  contradicted: ["contradicts", "statement", "statements"],
  "sentence-dropped": ["left out", "sentence", "sentences"],
  "sentence-added": ["added", "sentence", "sentences"],
};

const RELATIONS: Readonly<Record<Relation, string>> = {
  verbatim: "a copy",
  "light-edit": "a lightly edited copy",
  "heavy-rewrite": "a rewrite",
  "shared-source": "a report from the same source",
  "same-material": "a report from the same material",
  "same-event-independent": "an independent report",
  unrelated: "an unrelated text",
};

const LAWS: Readonly<Record<LagLaw["law"], string>> = {
  exponential: "exponential",
  weibull: "Weibull",
  lognormal: "lognormal",
  loglogistic: "loglogistic",
};

const REASONS: Readonly<Record<string, string>> = {
  "no-prior": "nobody has stated a starting chance for each explanation",
  "no-judged-evidence": "nobody has weighed an item of evidence under two explanations",
  "unusable-judgment": "a stated judgment cannot be used",
  "accuses-person": "an explanation accuses a person, and no second person has approved that",
  "no-strategic-share": "nobody has stated which share of its attacks the group hides on purpose",
  "too-large": "too much hangs together to be weighed",
};

const NOUNS: Readonly<Record<Exclude<CountedNoun, ChangeClass>, readonly [string, string]>> = {
  document: ["document was", "documents were"],
  origin: ["origin", "origins"],
  report: ["report", "reports"],
};

const listed = (items: readonly Pieces[], last: "and" | "or" = "and") =>
  listedBy(items, { between: ", ", last: ` ${last} ` });
const joined = (words: readonly string[], last: "and" | "or" = "and") =>
  joinedBy(words, { between: ", ", last: ` ${last} ` });

/** A role in lower case gets its article. */
const byWhom = (who: string): string => (/^\p{Ll}/u.test(who) && !/^(the|an?) /u.test(who) ? `the ${who}` : who);

/** "on 3 Mar 2031", "in Mar 2031", "in 2031": a day at most, since the hour is in the note's document. */
function onDay(when: When): string {
  if (when.from !== null && /^\d{4}-\d{2}-\d{2}/.test(when.edtf)) return `on ${dayInWords(when.from)}`;
  return /^\d{4}(-\d{2})?$/.test(when.edtf) ? `in ${whenInWords(when)}` : `at some time (${whenInWords(when)})`;
}

const NOT_NAMED = "somebody who is not named";

/** What was said, in the past tense, with whom it names. */
function verbs({ said, whom, object }: Act): Piece[] {
  switch (said) {
    case "claims":
      return whom === null ? ["claimed responsibility"] : ["claimed responsibility for ", whom];
    case "retracts":
      return ["took back an earlier statement"];
    case "denies":
      if (object === "link") return whom === null ? ["denied a link"] : ["denied a link to ", whom];
      if (object === "responsibility")
        return whom === null ? ["denied responsibility"] : ["denied that ", whom, " was responsible"];
      if (object === "warning") return ["denied that there was a warning"];
      return whom === null ? ["issued a denial"] : ["issued a denial about ", whom];
    case "blames":
      return ["blamed ", whom ?? NOT_NAMED];
    case "accuses":
      return ["accused ", whom ?? NOT_NAMED];
    case "assesses":
      return whom === null ? ["gave an assessment that names nobody"] : ["named ", whom, " in an assessment"];
    case "suggests":
      return whom === null ? [`hinted at ${NOT_NAMED}`] : ["pointed to ", whom];
    case "praises":
      return whom === null ? ["praised the attack"] : ["praised ", whom];
    case "threatens":
      return ["made a threat"];
  }
}

const UNDATED = ", on a day not stated";
/** The speaker at the head of a sentence. */
function speaker(who: Piece): Piece {
  if (who === null) return "a speaker who is not named";
  return typeof who !== "string" && who.is === "text" ? { ...who, text: capital(who.text) } : who;
}

function saidWhen(when: SaidWhen): string {
  if (when === null) return UNDATED;
  return when.published ? ` in a report ${onDay(when.when).replace(/^on /, "of ")}` : ` ${onDay(when.when)}`;
}

function onWord(word: Word): Piece[] {
  if (word.is === "own") return [", on the speaker’s own word"];
  if (word.is === "nobody") return [", naming no source"];
  return word.is === "name" ? [", on the word of ", word.name] : [];
}

const stated = (who: string | null): string => (who === null ? " (stated by nobody)" : ` (stated by ${byWhom(who)})`);

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

/** The brief's sentences in English. */
export const english: Wording = {
  language: "en",
  headings: HEADINGS,
  to: " to ",
  about: "about ",
  comma: ", ",
  marks: ["“", "”"],
  listed,
  shown: shownAs,
  counted(n, noun, { digits }) {
    const [one, many] = noun in NOUNS ? NOUNS[noun as keyof typeof NOUNS] : lostWords(noun as ChangeClass);
    return [digits, ` ${n === 1 ? one : many}`];
  },
  unitOnce: (from, to) => inDays(from) === inDays(to) && from >= 1,
  instant: instantInWords,
  when: whenInWords,
  onDay,
  byWhom,
  docs: (positions) => `${positions.length === 1 ? "doc" : "docs"} ${joined(positions.map(String))}`,
  place: (position, paragraph) => `doc ${position}, par ${paragraph}`,
  documentName: (text, position) => `${text} (doc ${position})`,
  aDocument: "a document",
  andMore: (title, others) => `${title} and ${others} more`,
  fields: FIELDS,
  ours: (text) => text,
  factValue: () => null,

  judgment: {
    leading: ({ first, question, given, chance, middle }) => [
      ...first,
      " is the leading answer to ",
      ...question,
      ", ",
      ...given,
      ": ",
      ...chance,
      "; ",
      middle,
      " at the middle of what was stated.",
    ],
    chance(range, word, why) {
      if (why === "word") return [word, ", ", ...range];
      if (why === "beyond") return [...range];
      if (why === "far") return [...range, ", too uncertain for one likelihood word"];
      const reason = why === "one-item" ? "it hangs on one item" : "only silence or a motive speaks for it";
      return [...range, `, with no likelihood word since ${reason}`];
    },
    in100: (range) => [...range, " in 100"],
    judgmentsOf: (analysts) => [
      analysts.length === 0 ? "the stated judgments" : `the judgments of ${joined(analysts.map(byWhom))}`,
    ],
    given: (judgments, equalPriors) => [
      equalPriors ? "given equal starting chances, a choice, and " : "given ",
      ...judgments,
    ],
    others: (items, more) => [
      "Given the same judgments: ",
      ...listedBy(
        items.map(({ text, chance }) => [...text, ", ", ...chance]),
        { between: "; ", last: "; " },
      ),
      ...(more ? ["; what is less likely stands in the note"] : []),
      ".",
    ],
    lessLikely: (items) =>
      `Given the same judgments: ${items.map(({ text, range }) => `“${text}”, ${range} in 100`).join("; ")}.`,
    lowWithout: (item, other) => ["Confidence is low: without ", ...item, ", ", ...other, " would lead."],
    lowAnswers: (given, of) => ["Confidence is low: only ", given, " of ", of, " answers asked for were given."],
    lowRange: "Confidence is low: the stated judgments leave too wide a range.",
    moderate: (checked) =>
      `Confidence is moderate: no single item decides who leads${checked ? "" : ", and nobody has checked the judgments"}.`,
    reason: (reason) => REASONS[reason] ?? "what it needs is missing",
    unanswered: (question, reason, alone) => [
      alone ? "On " : "No judgment is given on ",
      ...question,
      alone ? ": " : ", for ",
      reason,
      ".",
    ],
    none: "Nobody has stated a judgment that can be weighed, so this brief gives none: no probability and no ranking.",
    below: "The other questions are answered below.",
  },

  said: {
    statement: ({ act, when, word, carried, denied }) => [
      speaker(act.who),
      " ",
      ...verbs(act),
      saidWhen(when),
      ...onWord(word),
      ...carried,
      ...(denied === null
        ? []
        : ["; ", denied.who, " denied it", denied.when === null ? null : ` ${onDay(denied.when)}`]),
      ".",
    ],
    carriedBy: (reports, origins, range) => [
      " (",
      ...reports,
      " from ",
      ...origins,
      ...(range === null ? [] : [", perhaps ", ...range]),
      ")",
    ],
    undated: UNDATED,
    noneDated: "None of these statements has a day.",
    noClaim: ({ docs, several, who }) => [
      `${docs} ${several ? "say" : "says"} that no claim${who === null ? "" : " by "}`,
      who,
      " was seen.",
    ],
    reply(who, answer) {
      if (answer === "not-asked") return ["Reply asked of ", ...who, ": no."];
      if (answer === "none") return ["Reply asked of ", ...who, ": yes; none is recorded."];
      return ["Reply asked of ", ...who, ": yes; it answered “", answer, "”."];
    },
    nothing: "No statement was found on who did it.",
    alsoSaid: (rows) => `Also said: ${rows.join("; ")}.`,
    rest: "What else was said stands in the note.",
    brief(act, place) {
      const words = `${plain([speaker(act.who), " "])}${plain(verbs(act))}`;
      return place === null ? words : `${words} (${place})`;
    },
    noClaimBrief: (who, place) =>
      `no claim${who === null ? "" : ` by ${who}`} seen${place === null ? "" : ` (${place})`}`,
  },

  silence: {
    heard: ({ who, until, after, docs, several, reported }) => [
      "No claim by ",
      who,
      ` was seen by ${whenInWords(until)}, `,
      ...after,
      " after the attack",
      // A report says so of its own day, which may be long before the end of the silence.
      reported ? `; ${docs}${several ? " say so, each of its own day" : " says so of its own day"}` : null,
      ".",
    ],
    noRecord: (who) => [
      "There is no record of how often ",
      who,
      " claims what it does, so this silence is given no weight.",
    ],
    picked: ({ who, about, name: called, by, spread, all, not }) => [
      "Of 100 such attacks that ",
      who,
      " did, about ",
      about,
      " would be unclaimed by then in the class ",
      ...called,
      ", picked by ",
      by,
      " (",
      ...spread,
      all ? " across the reference classes)" : " with its uncertainty)",
      "; of 100 that it did not do, ",
      not,
      ".",
    ],
    spread: ({ who, range, all, not }) => [
      "Of 100 such attacks that ",
      who,
      " did, ",
      ...range,
      ` would be unclaimed by then${all ? ", depending on the reference class" : " in the one reference class at hand"}`,
      "; of 100 that it did not do, ",
      not,
      ".",
    ],
    claimed: (who) => [who, " has claimed the attack, so there is no silence to weigh."],
    denied: (who, when) => [
      who,
      ` denied responsibility on ${whenInWords(when)}; the wait for a claim is counted to then.`,
    ],
    noAttack: (who) => ["No attack by ", who, " is on record: the classes are of others."],
    cannotTell: "This cannot tell “did it and hides it” from “did not do it”.",
    none: "No silence is weighed: no group is known here by a record of claims.",
    alsoSilent: (names) => `Also silent, as the assessment tells: ${names.join(", ")}.`,
    rest: "Who else kept silent stands in the note.",
    classNote({ name: called, claimed, of, kind, differs, source }) {
      const what = differs.length === 0 ? "" : ` What differs: ${differs.join("; ")}.`;
      return `${called}: ${claimed} of ${of} claimed (${kind}).${what} Source: ${source}`;
    },
    term: (what, who) => (what === "silence" ? `no claim by ${who}` : `the claim by ${who}`),
  },

  told: {
    dispute: ({ label, field, versions }) => [
      label,
      ...(label === null ? [] : [": "]),
      FIELDS[field],
      ": ",
      ...listedBy(versions, versions.length === 2 ? { between: "", last: " against " } : { between: "; ", last: "; " }),
      ".",
    ],
    from: (docs) => ` (${docs})`,
    noDispute: "No two documents were found to state one fact in different ways.",
    copy: ({ copy, relation, source, losses, example }) => [
      copy,
      `, best explained as ${RELATIONS[relation]} of `,
      source,
      " or of a source of both, ",
      ...losses,
      ...(example === null ? [] : [": ", example.quote, example.softened ? " was said with more reserve" : " is gone"]),
      ".",
    ],
    losses(list) {
      const verbsOf = [...new Set(list.map((l) => LOST[l.class][0]))];
      const clauses = verbsOf.map((verb) => {
        const things = list
          .filter((l) => LOST[l.class][0] === verb)
          .map((l) => [l.count(), ` ${LOST[l.class][l.n === 1 ? 1 : 2]}`]);
        return [`${verb} `, ...listed(things)];
      });
      return listed(clauses);
    },
    lostNothing: "The copies lost nothing that the rules can see.",
    noCopy: "No document was found to be a copy of another.",
  },

  contrary: {
    speaks({ on, items, second, leader }) {
      const none = "No weighed item speaks";
      const head = on === null ? [] : ["On ", ...on, ": "];
      const tail = [" for ", ...second, " and against ", ...leader, "."];
      if (items.length === 0) return [...head, on === null ? none : lowered(none), ...tail];
      return [...head, ...listed(items), items.length === 1 ? " speaks" : " speak", ...tail];
    },
    without: (item, other) => ["Without ", ...item, ", ", ...other, " would lead."],
    stake: ({ who, explanation, says, text }) => [
      who,
      " speaks for ",
      ...explanation,
      " and has a stake in it, says ",
      says,
      ": ",
      text,
      ".",
    ],
    noJudgment: "There is no judgment, so no evidence is contrary to one.",
    noDenial: "No denial was found among the statements.",
    denials: (who) => ["Denials were issued by ", ...listed(who), "."],
  },

  assumed: {
    independent:
      "Items of evidence are taken as independent of each other, given the explanation; copies of one origin count once.",
    equal: "The explanations start with equal chances: that is a choice, and nobody’s judgment.",
    unpicked: "Nobody has picked a reference class for the silence: the ranges run over all of them.",
    rulesOnly: "Statements are read by rules, which miss some and mistake some; nothing else is assumed.",
    silence: ({ what, value, who }) => ["Assumed for the silence: ", what, ...value, stated(who), "."],
    hidden: (value, who) => [
      "Assumed for what is hidden: share of its attacks that the group keeps quiet about on purpose",
      ...value,
      who === null ? "" : stated(who),
      ".",
    ],
    delays: (laws) => [
      "The delay of the claims that come is taken to be ",
      ...listed(
        laws.map(({ law, name: called }) => [`${LAWS[law]} (`, ...called, ")"]),
        "or",
      ),
      ".",
    ],
    words: "Answers in words count as ranges of chances, a convention.",
    wordsNote(list) {
      const said = list.map(({ word, from, to }) => `“${word}” ${from} to ${to} in 100`).join("; ");
      return `If the explanation were true, the chance to see it: ${said}.`;
    },
  },

  change: {
    since: (asOf) => `Since the brief of ${instantInWords(asOf)}`,
    moved: ({ since, question, from, to }) => [
      since,
      ", given the judgments of then and of now, ",
      ...question,
      " went from ",
      ...(from === null ? ["no judgment"] : [...from, ","]),
      " to ",
      ...(to ?? ["no judgment"]),
      ".",
    ],
    end: (text, range) => [...text, ", ", ...range, " in 100"],
    unmoved: (since) => `${since} no leading answer and no range of one has moved.`,
    cameIn: (docs) => `Since then came in: ${docs}.`,
    judged: (what, more) => [
      "Judged anew since then: ",
      ...listed(what),
      more === 0 ? null : `, and ${more > 1 ? "more of the kind" : "one more"}`,
      ".",
    ],
    nextFact({ text, given, chance, seen, not, answer }) {
      const head = ["To find out: ", ...text];
      if (seen === null && not === null)
        return [...head, ". It would move the chances, and leave the leader in place."];
      const otherwise = answer === null ? ". If not, " : `. If the answer is anything but “${answer}”, `;
      return [
        ...head,
        ...(seen === null
          ? []
          : [`. If ${answer === null ? "so" : `the answer is “${answer}”`}, `, ...seen, " would lead"]),
        ...(not === null ? [] : [seen === null ? otherwise : "; if not, ", ...not, " would lead"]),
        "; ",
        ...given,
        ", the chance of that is ",
        chance,
        ".",
      ];
    },
    needs: (question, needs) => ["For a judgment on ", ...question, ", ", ...needs, "."],
    missing: (list, more) => ["missing: ", name(together(list, "“", joined)), more ? ", and more of the kind" : ""],
    names: (docs, kind, quote) => [`${docs} names a ${kind === "forecast" ? "forecast" : "condition"}: `, quote, "."],
    nothingStated:
      "A judgment needs a question, its explanations with starting chances, and an item of evidence weighed by a person.",
    noOpenFact: "No open fact is stated whose answer could move the judgment.",
  },

  unseen: {
    cited: (list, more) => ["Cited and not seen: ", ...listed(list), more ? ", and others in the note." : "."],
    citedIn: (docs) => ` (in ${docs})`,
    alsoCited: (names) => `Also cited and not seen: ${names.join("; ")}.`,
    unstated: (fields) =>
      `No document states ${joined(
        fields.map((f) => FIELDS[f]),
        "or",
      )}.`,
    elsewhere: "A claim may have been made where nobody looked.",
    none: "Every origin that the documents cite is among them.",
  },

  made: {
    read: ({ documents, one, origins, span }) => [
      ...documents,
      " read; ",
      one ? "it rests on " : "they rest on ",
      ...origins,
      ...(span === null ? [] : [" (", ...span, ")"]),
      ".",
    ],
    checked: (by) => (by === null ? ["Checked by nobody yet."] : ["Checked by ", by, "."]),
    cut: (asOf, atSeq) =>
      `It tells what could be known by ${asOf}${atSeq === null ? "" : `, of what was recorded up to event ${atSeq}`}.`,
    dayless: "A person’s judgment carries no day of its own and holds for every day.",
    accepted: "Only statements that a person has accepted count in it.",
    proposed: "Statements found by rules count in it before a person has decided them.",
    by: (version) => ["Made by Silverblaze ", version, "."],
    notLegal: "This is not a legal finding, and no ground to act against a person.",
  },

  lint: {
    legal: /not a legal finding/u,
    checked: /\bchecked by\b/iu,
    cannotTell: /cannot tell/u,
    confidence: /\bconfiden(ce|t)\b/iu,
    factor: /\b(bayes factor|likelihood ratio|factor of|times (likelier|less likely|more likely))\b/iu,
    condition: /\b(given|if|when|unless|assum\w*|under|in case)\b/iu,
    counted(words) {
      const at = words.search(/\bof 100\b/iu);
      return at >= 0 && /\bthat\b/iu.test(words.slice(at));
    },
    ownRow: wordPattern([...LIKELIHOOD_BANDS.map((b) => b.word), "almost certainly"]),
    // ICD 203's second row, and the "-ly" of both.
    otherRow: wordPattern([
      "remote",
      "highly improbable",
      "improbable",
      "improbably",
      "roughly even odds",
      "probable",
      "probably",
      "highly probable",
      "nearly certain",
    ]),
    comparing: /\b(less|more|as|how) likely\b/giu,
    notFigures: [
      new RegExp(`\\b(?:\\d{1,2} )?${MONTH} \\d{1,4}(?:, \\d{2}:\\d{2} UTC)?`, "gu"),
      /\b(?:in|of) \d{4}\b/gu,
      /\b(?:docs?|pars?|events?|notes?) \d+(?:(?:, | and )(?:doc )?\d+)*/giu,
      /\bof 100\b|\bin 100\b/giu,
    ],
    inMarks: /“[^“”]*”/gu,
  },
};

function lostWords(of: ChangeClass): readonly [string, string] {
  const [, one, many] = LOST[of];
  return [one, many];
}
