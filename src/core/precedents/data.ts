import file from "../data/precedents.json" with { type: "json" };
import type {
  Precedent,
  PrecedentClaim,
  PrecedentLibrary,
  PrecedentSource,
  PrecedentStatement,
} from "../model/precedents.ts";
import { casualtiesOf, type Traits } from "../model/silence.ts";
import { parseIso, type When } from "../model/time.ts";

interface StatementRow extends Omit<PrecedentStatement, "when" | "source"> {
  readonly when: string | null;
  readonly source: string;
}

interface PrecedentRow extends Omit<Precedent, "when" | "features" | "statements"> {
  readonly date: string | null;
  readonly features: Omit<Traits, "casualties"> & { readonly killed?: number };
  readonly claim: PrecedentClaim;
  readonly statements: readonly StatementRow[];
}

interface PeriodRow {
  readonly id: string;
  readonly label: string;
  readonly actor: string;
  readonly country: string;
  readonly period: string;
  readonly says: string;
  readonly note: string;
  readonly source: string;
}

interface NotFoundRow {
  readonly id: string;
  readonly what: string;
  readonly actor?: string;
  readonly country?: string;
  readonly period?: string;
  readonly insider?: boolean;
  readonly looked: string;
  readonly on: string;
  readonly note: string;
}

interface PrecedentFile {
  readonly sources: Readonly<Record<string, PrecedentSource>>;
  readonly precedents: readonly PrecedentRow[];
  readonly aggregates: readonly PeriodRow[];
  readonly notFound: readonly NotFoundRow[];
}

const shipped = file as unknown as PrecedentFile;

/** A date or an interval `A/B` of dates as one time; null if it is neither. */
export function periodOf(edtf: string): When | null {
  const [first = "", last = first] = edtf.split("/");
  const [a, b] = [parseIso(first), parseIso(last)];
  return a === null || b === null ? null : { edtf, from: a.from, to: b.to };
}

const source = (id: string) => shipped.sources[id] as PrecedentSource;
const timeOf = (edtf: string | null | undefined) => (edtf == null ? null : periodOf(edtf));

function precedentOf({ date, features, statements, ...row }: PrecedentRow): Precedent {
  const { killed, ...traits } = features;
  return {
    ...row,
    when: timeOf(date),
    features: { ...traits, ...(killed !== undefined && { casualties: casualtiesOf(killed) }) },
    statements: statements.map(({ when, source: id, ...s }) => ({ ...s, when: timeOf(when), source: source(id) })),
  };
}

const library: PrecedentLibrary = {
  precedents: shipped.precedents.map(precedentOf),
  periods: shipped.aggregates.map(({ period, source: id, ...row }) => ({
    ...row,
    when: timeOf(period),
    source: source(id),
  })),
  notFound: shipped.notFound.map(({ period, ...row }) => ({ ...row, when: timeOf(period) })),
};

/** The library that the package ships: past incidents by hand, each statement with its source. New ones are rows of `precedents.json`. */
export function shippedPrecedents(): PrecedentLibrary {
  return library;
}

/** Publisher, title, date and address in one line; what is not known is left out. */
export function citePrecedent({ publisher, title, date, address }: PrecedentSource): string {
  return [publisher, title, date, address].filter((part) => part !== null).join(", ");
}
