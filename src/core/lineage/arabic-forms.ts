import words from "../data/paraphrase-words.json" with { type: "json" };
import { stemOf } from "../text/words.ts";

/** A word folded, with its stem first among its keys. */
interface Written {
  readonly norm: string;
  readonly keys: readonly string[];
}

/** A verb in another form, its verbal noun, a word with its clitics, a broken plural or a synonym of the reviewed list. */
export function isArabicMatch(own: Written, there: Written): boolean {
  const [x, y] = [own.keys[0] ?? "", there.keys[0] ?? ""];
  return isForm(x, y) || isListed(own, there) || isSameRoot(own.norm, there.norm) || isForm(owned(own), owned(there));
}

/** The stem without whose it is: "their strike". */
function owned({ norm }: Written): string {
  return stemOf(norm.replace(/(?<=.{4})(?:ها|هم|هن|كم|نا|ه)$/, ""));
}

/** One in the other, with no more than a prefix and a suffix of a letter each. */
function isForm(x: string, y: string): boolean {
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return short.length >= 3 && long.length - short.length <= 2 && long.includes(short);
}

let lines: ReadonlyMap<string, readonly number[]> | undefined;

function linesOf(norm: string): readonly number[] {
  lines ??= linesByWord();
  const bare = norm.replace(/^[وفبلك](?=.{4})/, "").replace(/^ال(?=.{3})/, "");
  const forms = new Set([norm, bare, stemOf(norm), bare.replace(/(?:وا|تا|ات|ت|ا|ه|ها|هم|ون|ين|ان)$/, "")]);
  return [...forms].flatMap((f) => lines?.get(f) ?? []);
}

function linesByWord(): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  words.arabic.forEach((line, k) => {
    for (const word of line.split(" "))
      for (const form of new Set([word, stemOf(word)])) map.set(form, [...(map.get(form) ?? []), k]);
  });
  return map;
}

function isListed(own: Written, there: Written): boolean {
  const other = linesOf(there.norm);
  return linesOf(own.norm).some((k) => other.includes(k));
}

/** A verb and its verbal noun: the same letters in the same order but for the weak ones, "collapsed" and "collapse". A doer is no deed. */
function isSameRoot(own: string, there: string): boolean {
  const isDoer = (norm: string) => /^(?:ال)?.ا/.test(norm);
  if (isDoer(own) !== isDoer(there)) return false;
  const [x, y] = [own, there].map((w) =>
    w
      .replace(/^[وفل]?ال/, "")
      .replace(/(?:تا|ت|وا|ا)$/, "")
      .replace(/[اوي]/g, ""),
  );
  if (x === undefined || y === undefined || x.length < 3 || y.length < 3) return false;
  return x === y || x === `ت${y}` || y === `ت${x}`;
}
