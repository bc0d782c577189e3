import type { Problem } from "../core/model/problem.ts";
import type { Network } from "../ingest/doors/address/connect.ts";
import type { ExitCode } from "./exit.ts";
import type { Paint } from "./terminal.ts";

/** What a command is given: its arguments, and the world as named effects. */
export interface Invocation {
  readonly args: readonly string[];
  /** Text options; a repeatable one is a list. */
  readonly text: Readonly<Record<string, string | undefined>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly flags: ReadonlySet<string>;
  readonly world: World;
}

/** What the command line touches; tests pass a fake. */
export interface World {
  readonly columns: number;
  readonly colour: boolean;
  readonly interactive: boolean;
  readonly signal: AbortSignal;
  /** Standard input, as it comes. */
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** Below the guard of fetching: looks names up and opens sockets. The real one where left out. */
  readonly network?: Network;
  /** A question on the terminal, answered in one line; null at its end. */
  ask(question: string): Promise<string | null>;
  out(text: string): void;
  talk(text: string): void;
  /** Overwrites the line of progress; nothing unless stderr is a terminal. */
  progress(line: string): void;
}

/** What a command gives back; the frame prints it as text, JSON or a page. */
export interface Outcome {
  /** Of the envelope: `silverblaze/compare/1`. */
  readonly schema: string;
  readonly result: unknown;
  readonly problems: readonly Problem[];
  readonly exit: ExitCode;
  readonly text: (paint: Paint, columns: number) => readonly string[];
  /** A self-contained page, where the command has one. */
  readonly page?: () => Promise<string>;
  /** The result in another form than text, for -o with that ending: `dot`, `md`. */
  readonly forms?: Readonly<Record<string, () => string>>;
  /** Of a command whose whole point is a file: what -o writes, whatever the file's ending. */
  readonly writes?: () => string;
}

export type Run = (invocation: Invocation) => Promise<Outcome>;
