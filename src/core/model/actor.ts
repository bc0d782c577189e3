import type { ActorId } from "./id.ts";

export type ActorKind =
  | "state"
  | "government"
  | "ministry"
  | "force"
  | "armed-group"
  | "outlet"
  | "agency"
  | "organisation"
  | "office"
  | "person"
  | "collective"
  | "channel";

/** Somebody who speaks, acts or is blamed: a row of `data/actors.json`, or what the analyst stated. */
export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  /** Names by language, the first the one we print. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** The actor it is a part, branch or leader of. */
  readonly partOf?: ActorId;
  /** ISO 3166-1 alpha-2 code, where the actor belongs to one state. */
  readonly country?: string;
}

/** A place of `data/places.json`. */
export interface Place {
  readonly id: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly kind: "country" | "region" | "city" | "site";
}
