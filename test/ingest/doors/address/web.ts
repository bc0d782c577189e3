// A small web on this machine, reached below the guard: names answer with public addresses, and dialling one of those leads to
// a local server. A dial to anything else is recorded and fails.

import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect, Socket } from "node:net";
import type { Dialled, Network } from "../../../../src/ingest/doors/address/connect.ts";

export interface Web {
  readonly network: Network;
  readonly dialled: Dialled[];
  readonly resolved: string[];
  /** Bytes that reached the local server's request listener. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Answers of names, in turn; the last one stays. */
export type Names = Readonly<Record<string, readonly (readonly string[])[]>>;

export const PUBLIC_IP = "93.184.215.14";

export async function fakeWeb(listener: RequestListener, names: Names = {}): Promise<Web> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const dialled: Dialled[] = [];
  const resolved: string[] = [];
  const turns = new Map<string, number>();
  const resolve = async (hostname: string) => {
    resolved.push(hostname);
    const answers = names[hostname] ?? [[PUBLIC_IP]];
    const turn = turns.get(hostname) ?? 0;
    turns.set(hostname, turn + 1);
    return answers[Math.min(turn, answers.length - 1)]!;
  };
  const dial = (to: Dialled): Socket => {
    dialled.push(to);
    if (to.ip === PUBLIC_IP) return connect({ host: "127.0.0.1", port });
    const socket = new Socket();
    queueMicrotask(() => socket.destroy(new Error("dialled past the guard")));
    return socket;
  };
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { network: { resolve, dial }, dialled, resolved, asked, close };
}
