import { openFileMemo } from "../../casework/cache.ts";
import { commit, loadTexts, type OpenCase } from "../../casework/open.ts";
import { knownAsOf } from "../../core/known.ts";
import { ProblemError, problem } from "../../core/model/problem.ts";
import { quote } from "../../core/model/span.ts";
import type { Statement } from "../../core/model/statement.ts";
import { rememberedReading } from "../../core/remember.ts";
import { changed, readJson, usageError, whoOf, withCase } from "../cases.ts";
import type { Invocation, Run } from "../command.ts";

const ANSWERS = { accept: "accepted", reject: "rejected", mend: "mended" } as const;

export const run: Run = async (invocation) => {
  const [path = "", key = "", word = "", file] = invocation.args;
  const who = whoOf(invocation, "decide");
  const answer = ANSWERS[word as keyof typeof ANSWERS];
  if (answer === undefined) {
    throw usageError(
      problem("bad-value", { option: "the answer", value: word, fault: "not known", want: "accept, reject or mend" }),
    );
  }
  if (answer === "mended" && file === undefined) {
    throw usageError(
      problem("missing-option", {
        command: "decide",
        option: "FILE",
        about: "the mended statement, whole, as JSON",
        example: "silverblaze decide CASE KEY mend statement.json --who editor",
      }),
    );
  }
  return withCase(path, async (open) => {
    const texts = await loadTexts(open);
    const proposed = await proposal(open, { path, key, texts });
    const statement = answer === "mended" ? await mended(invocation, file ?? "-", proposed) : proposed;
    const text = statement.sentence.text ?? key.split(":")[0] ?? "";
    const committed = await commit(
      open,
      {
        who,
        ask: [
          {
            type: "statement.decided",
            body: {
              key,
              answer,
              ...(answer !== "rejected" && { statement }),
              quote: quote(texts[text] ?? "", statement.sentence),
              proposedBy: proposed.rule,
              who,
              why: invocation.text.why ?? "",
            },
          },
        ],
      },
      (id) => texts[id] ?? null,
    );
    if ("problems" in committed) throw new ProblemError(committed.problems);
    return changed("silverblaze/decide/1", { events: 1, head: committed.open.head, said: `${answer}: ${key}` });
  });
};

/** The statement that the rules propose under a key, or that a person decided before. */
async function proposal(
  open: OpenCase,
  {
    path,
    key,
    texts,
  }: { readonly path: string; readonly key: string; readonly texts: Readonly<Record<string, string>> },
): Promise<Statement> {
  const id = key.split(":")[0] ?? "";
  const memo = await openFileMemo(path);
  try {
    const document = knownAsOf(open.state, texts, "9999-12-31T23:59:59.999Z").documents.find((d) => d.text === id);
    const found =
      document === undefined ? undefined : rememberedReading(document.info, memo).statements.find((s) => s.id === key);
    if (found !== undefined) return { ...found, sentence: { ...found.sentence, text: id } };
  } finally {
    memo.close();
  }
  const decided = open.state.entries["statement.decided"].findLast((e) => e.body.key === key)?.body.statement;
  if (decided !== undefined) return decided;
  throw new ProblemError([problem("unknown-reference", { kind: "statement", id: key, known: "" })]);
}

/** The user's statement over the proposed one: fields left out stay as proposed. */
async function mended(invocation: Invocation, file: string, proposed: Statement): Promise<Statement> {
  const json = await readJson(invocation, file);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw usageError(problem("not-json", { path: file, fault: "a statement is an object" }));
  }
  return { ...proposed, ...(json as Partial<Statement>) };
}
