// The same assessment told in English and in Arabic: the same figures, notes and sentences, and no English of ours left in the Arabic.

import { expect } from "vitest";
import { lintBrief } from "../../../src/core/brief/lint.ts";
import { type BriefOptions, writeBrief } from "../../../src/core/brief/write-brief.ts";
import type { AssessmentBody } from "../../../src/core/model/assessment.ts";
import type { Brief, BriefSection } from "../../../src/core/model/brief.ts";

const figures = ({ sentences }: BriefSection) =>
  sentences
    .flatMap((s) => s.parts)
    .flatMap((p) => (p.is === "figure" ? [p.id] : p.is === "likelihood" ? [`${p.from} ${p.to}`] : []))
    .sort();

/** Whether page one was too small for all there was: two languages need not leave out the same. */
const leftOut = (b: Brief) =>
  b.notes.some((n) => /^(?:Also said|Also silent)/u.test(n.text ?? "")) ||
  b.sections.some((s) => s.id === "other-questions");

/** Words that are a source's or a person's, the longest first. */
function theirs(a: AssessmentBody): string[] {
  const texts = [
    ...[a.title, a.demonstration ?? "", a.version, "Silverblaze"],
    ...a.documents.flatMap((d) => [d.name, d.publisher ?? "", d.title ?? ""]),
    ...a.statements.flatMap((s) => [s.quote.quote, s.targetName ?? "", s.target?.label ?? ""]),
    ...a.attributions.flatMap((x) => [x.by, x.whom ?? "", x.onWhoseWord]),
    ...a.ledger.flatMap((e) => [e.actorName, e.quote.quote]),
    ...a.lineage.list.map((o) => o.name),
    ...a.lineage.unseen.map((u) => u.name),
    ...a.incidents.flatMap((i) => [
      i.label,
      ...i.facts.flatMap(({ value: v }) =>
        v.is === "disputed" ? v.versions.flatMap((x) => [x.value.text, ...x.value.text.split(/\d[\d.,]*/u)]) : [],
      ),
    ]),
    ...a.silences.flatMap((s) => [
      s.actorName,
      s.picked?.who ?? "",
      ...s.classes.flatMap((c) => [c.name, c.citation, ...c.differs]),
      ...s.lags.map((l) => l.name),
      ...s.assumptions.flatMap((x) => [x.what, x.statedBy ?? ""]),
    ]),
    ...a.questions.flatMap((q) => [
      q.text,
      ...q.explanations.map((e) => e.text),
      ...(q.answer.is === "weighed"
        ? [
            ...q.answer.decibans.flatMap((d) => [d.text, d.evidence]),
            ...q.answer.analysts,
            ...q.answer.nextFacts.flatMap((f) => [f.text, f.seen ?? ""]),
          ]
        : q.answer.missing.flatMap((m) => [...m.matchAll(/“([^”]*)”/gu)].map((x) => x[1] ?? ""))),
    ]),
    ...a.stakes.flatMap((s) => [s.actorName, s.explanationText, s.text, s.who]),
    ...a.replies.map((r) => r.text ?? ""),
    ...a.judgments.map((j) => j.who),
    ...(a.since?.questions ?? []).map((q) => q.leader?.text ?? ""),
    ...(a.since?.judged ?? []).map((j) => j.what.replace(/^.*?: /u, "")),
  ];
  const plain = texts.map((t) => t.replace(/\s+/gu, " ").trim().replace(/\.$/u, "")).filter((t) => /[a-z]/iu.test(t));
  return [...new Set(plain)].sort((x, y) => y.length - x.length);
}

/** What is left of Latin letters when everything that is somebody else's is taken out; the time zone is written so in Arabic too. */
function latinLeft(text: string, outside: readonly string[]): string[] {
  const bare = outside.reduce((t, o) => t.replaceAll(o, " "), text).replace(/\bUTC\b/gu, " ");
  return /[a-z]/iu.test(bare) ? [`${text}  →  ${bare}`] : [];
}

/** The Arabic brief of an assessment, after it has been held against the English one. */
export function arabicOf(a: AssessmentBody, options: BriefOptions = {}, more: readonly string[] = []): Brief {
  const english = writeBrief(a, { ...options, language: "en" });
  const arabic = writeBrief(a, { ...options, language: "ar" });
  expect(arabic.language).toBe("ar");
  expect(lintBrief(arabic).map((p) => p.message)).toEqual([]);
  expect(arabic.sections.every((s) => s.sentences.length > 0)).toBe(true);
  if (!leftOut(english) && !leftOut(arabic) && !arabic.notes.some((n) => /^وم/u.test(n.text ?? ""))) {
    expect(arabic.sections.map((s) => [s.id, s.list, s.sentences.length])).toEqual(
      english.sections.map((s) => [s.id, s.list, s.sentences.length]),
    );
    expect(arabic.sections.map(figures)).toEqual(english.sections.map(figures));
    expect(arabic.figures).toEqual(english.figures);
    const notes = (b: Brief) =>
      b.notes.map(({ quote, statement, figures: of }) => JSON.stringify([quote, statement, of])).sort();
    expect(notes(arabic)).toEqual(notes(english));
  }
  const outside = [...more, options.checkedBy ?? "Silverblaze", ...theirs(a)].sort((x, y) => y.length - x.length);
  const words = arabic.sections.flatMap((s) => [
    s.heading,
    ...s.sentences.flatMap((x) =>
      x.parts.flatMap((p) =>
        p.is === "text" ? [p.text] : p.is === "figure" ? [p.shown] : p.is === "likelihood" ? [...p.words] : [],
      ),
    ),
  ]);
  const said = [...words, ...arabic.notes.flatMap((n) => [n.place ?? "", n.text ?? ""])];
  expect(said.flatMap((text) => latinLeft(text, outside))).toEqual([]);
  return arabic;
}
