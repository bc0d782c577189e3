import type { ProblemKind } from "../problem-kind.ts";

export const silenceProblems = {
  "bad-class": {
    severity: "error",
    say: (f) =>
      `--class "${f.value}" is not a reference class. Give NAME=K/N, for instance "Syria, security=133/208", with :ratio or :assumed where it was not counted and <PARENT=K/N where it narrows another; or a query over records, "Syria, insiders: country=SY insider=yes".`,
  },
  "bad-class-query": {
    severity: "error",
    say: (f) =>
      `--class "${f.value}": "${f.pair}" is not understood. Use features of past incidents (${f.known}), period=2029/2030, actor=NAME or actor=any, set=NAME, as in "insiders: insider=yes country=SY".`,
  },
  "class-needs-records": {
    severity: "error",
    say: (f) =>
      `The class "${f.class}" is a query over records, and there are none. Give them with --records, import them into the case, or give the counts: "${f.class}=K/N".`,
  },
  "class-set-unclear": {
    severity: "error",
    say: (f) =>
      `The class "${f.class}" is a query, and there are several record sets (${f.sets}), which may count one attack twice. Name one in it: set=NAME.`,
  },
  "class-feature-leaked": {
    severity: "warning",
    say: (f) =>
      `The class "${f.class}" fixes ${f.features}, which the records "${f.set}" coded after the event: nobody knew it when the attack happened. It is left out; leave that feature out of the query.`,
  },
  "class-k-over-n": {
    severity: "error",
    say: (f) =>
      `The class "${f.class}" has ${f.k} claimed among ${f.n}. Give the claimed ones first: at most ${f.n} of ${f.n}.`,
  },
  "claims-taken-as-independent": {
    severity: "note",
    say: (f) =>
      `More than one actor has claimed it: ${f.actors}. Their claims are weighed as if neither moved the other; where one claimed because the other did, that says too much.`,
  },
  "class-without-denominator": {
    severity: "error",
    say: (f) =>
      `"${f.class}" has ${f.count} and no number of attacks to go with it. That says an actor is active and has channels; it does not say what share it claims (${f.fits} all fit), how fast, that a silence is unusual, or that this attack belongs to the class. Give NAME=K/N with the attacks not claimed in N.`,
  },
  "class-empty": {
    severity: "error",
    say: (f) =>
      `The class "${f.class}" has no attack in it, so it says nothing of the share claimed. Give a class with attacks, or the class it narrows: NAME=0/0<PARENT=K/N.`,
  },
  "bad-lag": {
    severity: "error",
    say: (f) =>
      `--lag "${f.value}" is not a lag law. Give weibull:13.6h,0.95 or lognormal:72h,1.1 (median, sigma) or exponential:20h or loglogistic:20h,1.5; d stands for days; all numbers above 0.`,
  },
  "as-of-before-attack": {
    severity: "error",
    say: (f) =>
      `The day up to which nobody saw a claim, ${f.asOf}, lies before the attack, ${f.attack}. Give the day up to which you looked.`,
  },
  "attack-undated": {
    severity: "warning",
    say: (f) =>
      `The silence of ${f.actor} has no length: the attack is dated "${f.attack}", which is open at one end. State the incident with its day: silverblaze state CASE incident.json.`,
  },
  "counts-later-than-attack": {
    severity: "note",
    say: (f) =>
      `${f.count} published counts on ${f.actor} run past the attack of ${f.attack} and were left out: a class uses only what was known when it happened. Import records that end before it, or state a class.`,
  },
  "assumption-not-usable": {
    severity: "error",
    say: (f) =>
      `The assumption "${f.assumption}" states ${f.what} = ${f.value}, which an assessment can't use: ${f.why}. The default was used; state it again.`,
  },
  "class-not-counted": {
    severity: "warning",
    say: (f) =>
      `The class "${f.class}" is a query over the records "${f.set}", and no row known before the attack answers it. It is left out; import the records, or state another class.`,
  },
  "picked-class-unknown": {
    severity: "warning",
    say: (f) =>
      `The class picked for ${f.actor}, "${f.class}", is none of those offered or stated. Pick one of: ${f.among}.`,
  },
} satisfies Record<string, ProblemKind>;
