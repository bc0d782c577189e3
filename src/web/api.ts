// How the pages ask the server. Problems come as they are; a lost server is one of them.

import { type Problem, problem } from "../core/model/problem.ts";
import type { Answer } from "../server/api.ts";

/** What stood in the way, each with what to do. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  readonly result: unknown;
  constructor(problems: readonly Problem[], result: unknown = null) {
    super(problems.map((p) => p.message).join(" "));
    this.problems = problems;
    this.result = result;
  }
}

export type Params = Readonly<Record<string, string | number | undefined>>;

function target(path: string, params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== "") query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}

async function answered<T>(response: Response): Promise<T> {
  if (response.status === 401) throw new Refusal([problem("page-without-key", {})]);
  const answer = (await response.json()) as Answer<T>;
  if (!response.ok || answer.result === null) throw new Refusal(answer.problems, answer.result);
  return answer.result;
}

async function ask(input: string, init?: RequestInit): Promise<Response> {
  return fetch(input, init).catch(() => {
    throw new Refusal([problem("page-without-server", {})]);
  });
}

export async function get<T>(path: string, params: Params = {}, signal?: AbortSignal): Promise<T> {
  return answered(await ask(target(path, params), signal ? { signal } : undefined));
}

export async function post<T>(path: string, body: unknown, params: Params = {}): Promise<T> {
  const raw = body instanceof Blob;
  return answered(
    await ask(target(path, params), {
      method: "POST",
      headers: { "content-type": raw ? "application/octet-stream" : "application/json" },
      body: raw ? body : JSON.stringify(body),
    }),
  );
}

/** The same, with the warnings that came with the result. */
export async function postTold<T>(
  path: string,
  body: unknown,
  params: Params = {},
): Promise<{ result: T; problems: readonly Problem[] }> {
  const raw = body instanceof Blob;
  const response = await ask(target(path, params), {
    method: "POST",
    headers: { "content-type": raw ? "application/octet-stream" : "application/json" },
    body: raw ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Answer<T>;
  if (!response.ok || answer.result === null) throw new Refusal(answer.problems, answer.result);
  return { result: answer.result, problems: answer.problems };
}

/** A file that the server made, handed to the browser to save. */
export async function download(path: string, params: Params, name: string): Promise<void> {
  const response = await ask(target(path, params), { method: "POST" });
  if (!response.ok) throw new Refusal(((await response.json()) as Answer<never>).problems);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
