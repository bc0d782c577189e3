import { type Problem, problem } from "../../../core/model/problem.ts";
import { composer } from "../../composer.ts";
import type { Decoded } from "../../encoding.ts";
import { fieldOf } from "../../fields.ts";
import type { FormatContext, FormatRead } from "../format.ts";
import { keptLinks } from "../links.ts";
import { articleWords } from "./article.ts";
import { bodyWords } from "./body.ts";
import { type Furniture, furnitureOf, hiddenIn, pageWords, wordsOf } from "./furniture.ts";
import { metadataOf } from "./metadata.ts";
import { type Step, stepsOf } from "./tree.ts";
import { lineWriter, writeSteps } from "./walk.ts";

/** The article of a page, with headline and byline first; or why the page is refused. */
export function readHtml(
  decoded: Decoded,
  context: FormatContext,
): FormatRead | { readonly problems: readonly Problem[] } {
  const { name } = context;
  const steps = stepsOf(decoded.raw, context);
  if (!isSteps(steps)) return { problems: [steps] };
  const metadata = metadataOf(steps, context);
  const furniture = furnitureOf(steps, metadata);
  if (context.late()) return { problems: [problem("out-of-time", { name })] };
  const chosen = chosenWords(steps, furniture, context.fragment === true);
  if (chosen.words.size === 0) return { problems: [problem("page-without-text", { name })] };
  if (context.late()) return { problems: [problem("out-of-time", { name })] };

  const into = composer(decoded);
  const writer = lineWriter(into, decoded.raw);
  const shown = wordsOf(steps, furniture.headline);
  const title = fieldOf(shown) ?? metadata.title ?? metadata.windowTitle;
  if (furniture.headline.size > 0) {
    for (const step of steps)
      if (step.is === "text" && furniture.headline.has(step.id)) writer.write(step.node, "headline", false);
    writer.endLine();
  } else if (title !== undefined && !opensWith(steps, chosen.words, title)) writer.insertLine(title, "headline");
  for (const step of steps)
    if (step.is === "text" && furniture.byline.has(step.id)) writer.write(step.node, "byline", false);
  writer.endLine();
  const walked = writeSteps(writer, steps, chosen.words);
  const links = keptLinks(context, walked.links, metadata.base);
  const author = metadata.author ?? fieldOf(wordsOf(steps, furniture.byline))?.replace(/^by:?\s+/i, "");
  const hidden = hiddenIn(steps, chosen.words);
  const { problems, windowTitle: _, base: __, ...said } = metadata;
  return {
    ...into.done(),
    ...said,
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    links: links.links,
    parts: walked.parts,
    problems: [
      ...problems,
      ...links.problems,
      ...(chosen.told ? [] : [problem("article-not-found", { name })]),
      ...(hidden ? [problem("hidden-text", { name, ...hidden })] : []),
    ],
  };
}

function isSteps(x: readonly Step[] | Problem): x is readonly Step[] {
  return Array.isArray(x);
}

/** The article's words without headline and byline; where no article can be told, what the page shows around its running text. */
function chosenWords(
  steps: readonly Step[],
  furniture: Furniture,
  fragment: boolean,
): { readonly words: ReadonlySet<number>; readonly told: boolean } {
  const without = (ids: Iterable<number>) =>
    new Set([...ids].filter((id) => !furniture.headline.has(id) && !furniture.byline.has(id)));
  if (fragment) return { words: without(pageWords(steps)), told: true };
  const article = without(articleWords(steps));
  return article.size > 0
    ? { words: bodyWords(steps, article), told: true }
    : { words: bodyWords(steps, without(pageWords(steps))), told: false };
}

function opensWith(steps: readonly Step[], chosen: ReadonlySet<number>, title: string): boolean {
  const words = wordsOf(steps, new Set([...chosen].slice(0, 20)));
  return words.startsWith(title);
}
