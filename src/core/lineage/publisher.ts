import words from "../data/credit-words.json" with { type: "json" };
import type { ActorKind } from "../model/actor.ts";
import type { Speaker } from "../model/statement.ts";
import { fold } from "../text/fold.ts";
import { actorById, shippedGazetteer } from "../text/gazetteer.ts";

/** Somebody who publishes or is cited, under all names. */
export interface Publisher {
  readonly names: readonly string[];
  readonly kind: ActorKind;
}

/** Who publishes under which names: what people have stated, and the shipped gazetteer's outlets. */
export interface PublisherBook {
  /** Whether two names are one publisher's: the same words, or two names of one. */
  readonly same: (one: string, other: string | undefined) => boolean;
  /** The names under which a publisher may stand in a text, its own first. */
  readonly namesOf: (publisher: string) => readonly string[];
  /** Whether the publisher brings news: by its kind where that is known, else by its name. */
  readonly isOutlet: (publisher: string) => boolean;
  /** Whether a speaker is the publisher of that name. */
  readonly speaks: (speaker: Speaker, publisher: string) => boolean;
}

const OUTLETS: ReadonlySet<ActorKind> = new Set(["outlet", "agency", "channel"]);
const BODIES = new Set(words.bodies);
const OUTLET_WORDS = new Set(words.outlets);

/** A publisher's name as it stands in running text, without its article; "" where there is none. */
export function publisherName(name: string | undefined): string {
  return (name ?? "").trim().replace(/^the\s+/i, "");
}

function bareName(name: string): string {
  return fold(publisherName(name)).replace(/^(?:a|an)\s+/, "");
}

let shipped: readonly Publisher[] | undefined;

function shippedOutlets(): readonly Publisher[] {
  shipped ??= [...shippedGazetteer.actors.values()].flatMap((a) =>
    OUTLETS.has(a.kind) ? [{ names: Object.values(a.names).flat(), kind: a.kind }] : [],
  );
  return shipped;
}

/** The publishers that are known, those that people stated before the shipped ones. */
export function publisherBook(stated: readonly Publisher[] = []): PublisherBook {
  const byName = new Map<string, Publisher>();
  for (const publisher of [...stated, ...shippedOutlets()])
    for (const name of publisher.names) if (!byName.has(bareName(name))) byName.set(bareName(name), publisher);
  const same: PublisherBook["same"] = (one, other) => {
    if (one.trim() === "" || other === undefined || other.trim() === "") return false;
    const [a, b] = [bareName(one), bareName(other)];
    return a === b || (byName.has(a) && byName.get(a) === byName.get(b));
  };
  const listed = new Map<string, readonly string[]>();
  return {
    same,
    namesOf: (publisher) => {
      const known = listed.get(publisher);
      if (known !== undefined) return known;
      const own = publisherName(publisher);
      const others = byName.get(bareName(publisher))?.names.map(publisherName) ?? [];
      const names = [own, ...others.filter((n) => n !== own)];
      listed.set(publisher, names);
      return names;
    },
    isOutlet: (publisher) => {
      const known = byName.get(bareName(publisher));
      if (known !== undefined) return OUTLETS.has(known.kind);
      return !bareName(publisher)
        .split(/\s+/)
        .some((w) => BODIES.has(plain(w)));
    },
    speaks: (speaker, publisher) => (speaker.is === "named" || speaker.is === "role") && same(publisher, speaker.label),
  };
}

/** "The agency", الوكالة: an outlet named before, without its name. */
export function pointsToOutlet(label: string): boolean {
  const [word, more] = bareName(label)
    .replace(/\s(?:itself|نفسها|نفسه|ذاتها|ذاته)$/u, "")
    .trim()
    .split(/\s+/);
  return more === undefined && word !== undefined && OUTLET_WORDS.has(plain(word));
}

/** Whether a speaker's kind or name tells that it is an outlet. */
export function soundsLikeOutlet(speaker: Speaker): boolean {
  const actor = speaker.actor === undefined ? null : actorById(speaker.actor);
  if (actor !== null) return OUTLETS.has(actor.kind);
  return bareName(speaker.label ?? "")
    .split(/\s+/)
    .some((w) => OUTLET_WORDS.has(plain(w)));
}

function plain(word: string): string {
  return word.replace(/^ال/, "").replace(/ة$/, "ه");
}
