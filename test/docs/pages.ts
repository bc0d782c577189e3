// The pages of docs/reference that follow from tables in the code. `npm run docs` writes them; pages.test.ts holds them to the code.
import { z } from "zod";
import { EXIT } from "../../src/cli/exit.ts";
import { COMMANDS, type CommandManifest, EVERYWHERE, type OptionManifest } from "../../src/cli/manifest.ts";
import { EVENT_VERSION, eventSchemas } from "../../src/core/case/event.ts";
import type { EventType } from "../../src/core/model/event.ts";
import type { ProblemKind } from "../../src/core/model/problem-kind.ts";
import { caseProblems } from "../../src/core/model/problems/case.ts";
import { cliProblems } from "../../src/core/model/problems/cli.ts";
import { explanationsProblems } from "../../src/core/model/problems/explanations.ts";
import { ingestProblems } from "../../src/core/model/problems/ingest.ts";
import { lineageProblems } from "../../src/core/model/problems/lineage.ts";
import { recordProblems } from "../../src/core/model/problems/record.ts";
import { serverProblems } from "../../src/core/model/problems/server.ts";
import { silenceProblems } from "../../src/core/model/problems/silence.ts";
import { storeProblems } from "../../src/core/model/problems/store.ts";
import { textProblems } from "../../src/core/model/problems/text.ts";

type Table = Readonly<Record<string, ProblemKind>>;

/** Each area's heading and its codes. */
export const AREAS: readonly (readonly [heading: string, table: Table])[] = [
  ["The command line", cliProblems],
  ["What comes in", ingestProblems],
  ["Texts", textProblems],
  ["Lineage", lineageProblems],
  ["The record", recordProblems],
  ["Silence", silenceProblems],
  ["Explanations and the brief", explanationsProblems],
  ["Cases and commands", caseProblems],
  ["Where a case is kept", storeProblems],
  ["The workbench", serverProblems],
];

/** The sentence with the names of its facts where their values would stand. */
export function sentenceOf(kind: ProblemKind): string {
  const names = new Proxy({}, { get: (_, name) => `‹${String(name)}›` });
  return kind.say(names).replaceAll(/NaN|\{\}/g, "‹number›");
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("\n", " ");
const code = (text: string) => `\`${text.replaceAll("|", "\\|")}\``;
const rows = (lines: readonly (readonly string[])[]) => lines.map((l) => `| ${l.join(" | ")} |`).join("\n");
const MADE = "<!-- Made by npm run docs from the tables in the code; don't edit it here. -->";

export function problemsPage(): string {
  const areas = AREAS.map(([heading, table]) => {
    const lines = Object.keys(table)
      .sort()
      .map((name) => {
        const kind = table[name] as ProblemKind;
        return [code(name), kind.severity, cell(sentenceOf(kind))];
      });
    return `## ${heading}\n\n| code | how bad | what it says |\n|---|---|---|\n${rows(lines)}\n`;
  });
  return `${MADE}

# Problems

Trouble in what you gave is told as data: \`{ "code", "severity", "facts", "message" }\`. The message says what is wrong, with the value, and
then what to do. In the terminal problems stand on stderr; with \`--json\` in the list \`problems\`. All that are found are told at once.

- **error**: something was refused or could not be done. The rest is still done.
- **warning**: it was done, but look at it.
- **note**: you should know.

A code keeps its meaning; the words of a message may change. ‹name› stands for a value.

${areas.join("\n")}`;
}

const EXIT_SAYS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: "done",
  ourFault: "our fault: please report it",
  usage: "usage: the command line could not be understood, or nothing could be written where you said",
  refused: "an input that you named was refused; the rest is still done and printed",
  found: "a check found something: `verify`, `lint`, `why`, `check --strict`",
  busy: "the case is in use, or was changed meanwhile; nothing was written",
  limit: "a limit was reached",
  interrupted: "interrupted; what was acknowledged is kept",
};

const optionName = (o: OptionManifest) =>
  code(`${o.short === undefined ? "" : `-${o.short}, `}--${o.name}${o.value === undefined ? "" : ` ${o.value}`}`);
const optionRows = (options: readonly OptionManifest[]) =>
  rows(options.map((o) => [optionName(o), cell(`${o.about}${o.many ? " (again for more)" : ""}`)]));

function commandSection(c: CommandManifest): string {
  const options = c.options.length === 0 ? "" : `| option | what |\n|---|---|\n${optionRows(c.options)}\n\n`;
  const examples = c.examples.map(([line, about]) => `# ${about}\nsilverblaze ${line}`).join("\n\n");
  return `## ${c.name}

\`silverblaze ${`${c.name} ${c.takes}`.trimEnd()}\`: ${cell(c.about)}.

${options}\`\`\`sh
${examples}
\`\`\`

\`--json\`: [schema](../../schemas/silverblaze-${c.name}-1.json)
`;
}

export function cliPage(): string {
  return `${MADE}

# The command line

The first argument is what a command works on: a case (known by its content), or texts: files, folders, \`-\` for standard input. Commands
that show take either; commands that change take a case. Nothing asks a question unless stdin is a terminal and the command would erase, or
is \`weigh\` without an item. Data goes to stdout, talk to stderr. Addresses are not fetched.

| command | what |
|---|---|
${rows(COMMANDS.map((c) => [`[${code(c.name)}](#${c.name})`, cell(c.about)]))}

\`silverblaze --help\` lists them, \`silverblaze COMMAND --help\` has options and examples, \`silverblaze --version\` the version.

## Everywhere

| option | what |
|---|---|
${optionRows(EVERYWHERE)}

## The JSON answer

One envelope, also on failure:

\`\`\`json
{ "schema": "silverblaze/compare/1", "version": "0.1.0", "result": null, "problems": [{ "code": "file-missing", "severity": "error", "facts": {}, "message": "…" }] }
\`\`\`

\`result\` is null where there is no answer, and [problems](problems.md) say why. Each command's schema is in [schemas/](../../schemas). The number
at the end of \`schema\` goes up when a field is taken away or changes its meaning; a new field keeps the number, so let unknown fields pass.
Times are instants in UTC or EDTF, places in a text UTF-16 units with the end left out.

## Exit codes

| code | means |
|---|---|
${rows(Object.entries(EXIT).map(([name, number]) => [String(number), EXIT_SAYS[name as keyof typeof EXIT]]))}

${COMMANDS.map(commandSection).join("\n")}`;
}

const EVENT_SAYS: Readonly<Record<EventType, string>> = {
  "document.added": "A document came in: its bytes, and by which way.",
  "document.read": "What was read from its bytes: the text, and what the page says of itself.",
  "records.added": "Records of past incidents came in.",
  "proposals.added": "What a finder that can't be repeated (a language model) answered, with exact quotes.",
  watched: "How far somebody looked: the end of a silence.",
  "case.stated": "Title, purpose, retention of the case.",
  "document.stated": "A document as the analyst corrects it; what is left out stays as read.",
  "source.stated": "A source: a person, outlet or channel.",
  "actor.stated": "An actor: names, roles, who is the same.",
  "incident.stated": "An incident, with its features.",
  "class.stated": "A reference class: a published count, or a query over records.",
  "class.picked": "The class that a person goes by, for which actor.",
  "assumption.stated": "A number that nobody can read anywhere: how often a claim is seen, how often false.",
  "question.stated": "What the case asks.",
  "explanation.stated": "One of the rival answers, with its starting chance.",
  "fact.stated": "A hidden fact on which several pieces of evidence depend.",
  "evidence.stated": "A question of fact, with what was observed.",
  "evidence.weighed": "One person's judgment: how likely this would be if that explanation were true.",
  "stake.stated": "What an actor gains or loses if an explanation is believed or true.",
  "outcome.stated": "What proved true, and when it was known.",
  "review.stated": "Somebody's rating, with text and author.",
  "reply.stated": "Whether an accused was asked to reply, and the reply.",
  "approval.stated": "A brief or a named accusation approved, by role.",
  "indicator.stated": "A standing rule for watching.",
  "statement.decided": "An answer to a proposed statement: accepted, mended, rejected, or added by hand.",
  "stance.decided": "What a statement says on an explanation.",
  "link.decided": "What two texts are to each other.",
  "assessment.made": "An assessment went out.",
  "export.made": "An export went out, with the head of the case.",
  "head.sealed": "The head was handed to others, who can witness it.",
  undone: "Events taken back, and why; undoing this one is a redo.",
  erased: "Bytes removed for good, why, and on whose authority.",
};

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}

/** A schema in a few words: `{ from, to }`, `"day" or "hour"`, `list of text`. */
function inWords(s: JsonSchema): string {
  if (s.const !== undefined) return JSON.stringify(s.const);
  if (s.enum !== undefined) return s.enum.map((v) => JSON.stringify(v)).join(" or ");
  const choices = s.anyOf ?? s.oneOf;
  if (choices !== undefined) return choices.map(inWords).join(" or ");
  if (s.prefixItems !== undefined) return `[${s.prefixItems.map(inWords).join(", ")}]`;
  if (s.type === "array") return `list of ${s.items === undefined ? "anything" : inWords(s.items)}`;
  if (s.properties !== undefined) return `{ ${fields(s).join(", ")} }`;
  if (s.type === "object") {
    const value = typeof s.additionalProperties === "object" ? inWords(s.additionalProperties) : "anything";
    return `{ name: ${value} }`;
  }
  return { string: "text", boolean: "true or false", integer: "number" }[s.type ?? ""] ?? s.type ?? "anything";
}

function fields(s: JsonSchema): string[] {
  return Object.keys(s.properties ?? {}).map((name) => `${name}${s.required?.includes(name) ? "" : "?"}`);
}

function eventSection(type: EventType): string {
  const schema = z.toJSONSchema(eventSchemas[type], { unrepresentable: "any" }) as JsonSchema;
  const lines = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    code(`${name}${schema.required?.includes(name) ? "" : "?"}`),
    cell(inWords(field)),
  ]);
  return `## ${type}\n\n${EVENT_SAYS[type]}\n\n| field | holds |\n|---|---|\n${rows(lines)}\n`;
}

export function eventsPage(): string {
  const types = Object.keys(eventSchemas) as EventType[];
  return `${MADE}

# Events

A case is a list of events. An event holds only what can't be computed: what came in, what a person stated or decided, what went out. *Added*
came from outside; *stated* is a whole object by its id, and the latest holds; *decided* answers something computed; *made* went out; *weighed* keeps
the latest of each person. What a rule finds is never an event ([why](../decisions/0004-what-is-an-event.md)).

Each event is kept as an envelope \`{ seq, prev, at, who, tool, version, type, v, body }\` and a body; [the case file](case-file.md) has the bytes.
\`v\` is the version of the body; all bodies below are version ${EVENT_VERSION}. An event of a type or version that this program does not know is kept
and left out, and it says so. A field with \`?\` may be left out.

\`silverblaze state CASE FILE.json\` takes every *stated* kind and \`watched\`: \`{ "state": "question", … }\` is a \`question.stated\` with the rest of
the object as its body, and \`who\` and \`why\` come from the command line. \`{ "weigh": { … } }\`, \`{ "pick": { … } }\` and \`{ "decide": { … } }\` hold
the bodies of \`evidence.weighed\`, \`class.picked\` and \`statement.decided\`. A list of these is recorded whole or not at all.
Some events are kept that no assessment uses yet (\`stake.stated\` and others), so that a case needs no new layout when one does.

${types.map(eventSection).join("\n")}`;
}
