import type { LedgerEntry } from "../core/model/assessment.ts";
import type { FigureId } from "../core/model/id.ts";
import { whenInWords } from "../core/model/time.ts";
import { listed } from "./numbers.ts";
import { hoursInWords } from "./precedent-words.ts";

const DOES: Readonly<Record<LedgerEntry["is"], string>> = {
  claim: "claims it",
  denial: "denies",
  praise: "praises it",
  threat: "threatens",
  retraction: "takes its claim back",
  "no-claim-seen": "no claim seen",
};

const OBJECT: Readonly<Record<LedgerEntry["object"], string>> = {
  responsibility: "responsibility",
  link: "a link",
  warning: "a warning",
  fact: "a fact",
  unstated: "",
};

/** What the actor does, in words: "denies a link". */
export function ledgerDoes({ is, object }: LedgerEntry): string {
  return is === "denial" ? `${DOES.denial} ${OBJECT[object]}`.trimEnd() : DOES[is];
}

/** When it was said, where that is told, else by when it had been seen. */
export function ledgerWhen({ said, observed }: LedgerEntry): string {
  if (said !== null) return whenInWords(said);
  return observed === null ? "not dated" : `by ${whenInWords(observed)}`;
}

/** By which way it came: the actor's own outlet, and who carried it. */
export function ledgerWay({ channel, relays }: LedgerEntry): string {
  const carried = relays.length === 0 ? "" : `told by ${listed(relays)}`;
  return [channel === null ? "" : `its own ${channel}`, carried].filter((w) => w !== "").join(", ");
}

/** Hours from the attack to the claim; empty where there is none. */
export function ledgerLag({ lag }: LedgerEntry, value: (id: FigureId) => number): string {
  return lag === null ? "" : `${hoursInWords(value(lag.from))} to ${hoursInWords(value(lag.to))}`;
}

const DETAIL: Readonly<Record<LedgerEntry["detail"], string>> = {
  bare: "",
  some: "some particulars",
  specific: "many particulars",
};

/** What else there is to say of an entry: a whole that it claims for, others who claim too, how much it tells, which claim it closes. */
export function ledgerMore(entry: LedgerEntry, wholes: readonly string[]): string {
  const { is, joint, rivals, closes, detail } = entry;
  const parts = [
    is === "claim" && wholes.length > 0 ? `a branch of ${listed(wholes)}` : "",
    joint.length === 0 ? "" : `jointly with ${listed(joint)}`,
    rivals.length === 0 ? "" : `also claimed by ${listed(rivals)}`,
    closes === null ? "" : "closes its claim above, which stays on record",
    is === "claim" ? DETAIL[detail] : "",
  ];
  return parts.filter((p) => p !== "").join("; ");
}
