// A name server on this machine that answers as a test tells it to.

import { createSocket } from "node:dgram";
import { Resolver } from "node:dns/promises";
import { decode, encode } from "dns-packet";
import type { Resolve } from "../../../../src/ingest/doors/address/connect.ts";

export interface LocalDns {
  readonly resolve: Resolve;
  readonly asked: string[];
  close(): Promise<void>;
}

/** `answer` gives the addresses of a name for its n-th look-up, from 0. */
export async function localDns(answer: (name: string, turn: number) => readonly string[]): Promise<LocalDns> {
  const asked: string[] = [];
  const turns = new Map<string, number>();
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const query = decode(message);
    const question = query.questions?.[0];
    if (!question) return;
    const key = `${question.name} ${question.type}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    asked.push(key);
    const wanted = answer(question.name, turn).filter((ip) => ip.includes(":") === (question.type === "AAAA"));
    const answers = wanted.map((data) => ({ type: question.type as "A", name: question.name, ttl: 0, data }));
    socket.send(
      encode({ type: "response", id: query.id ?? 0, questions: [question], answers }),
      from.port,
      from.address,
    );
  });
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  const resolver = new Resolver({ timeout: 2_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const resolve: Resolve = async (hostname) => {
    const found = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    return found.flatMap((f) => (f.status === "fulfilled" ? f.value : []));
  };
  return { resolve, asked, close: () => new Promise((done) => socket.close(() => done())) };
}
