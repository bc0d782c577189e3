import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve as listen } from "@hono/node-server";
import type { Assessment } from "../core/model/assessment.ts";
import type { Network } from "../ingest/doors/address/connect.ts";
import { makeApp } from "./app.ts";
import { OPEN } from "./locks.ts";
import { openSession } from "./session.ts";

export interface ServeOptions {
  /** 0 or left out: any free one. */
  readonly port?: number;
  /** The cut that is shown first; default today. */
  readonly asOf?: string;
  /** The assessment of that cut, where it was made just now. */
  readonly assessment?: Assessment;
  readonly onFault?: (error: unknown) => void;
  readonly network?: Network;
}

export interface Served {
  /** What to open, key included; it is good for as long as this server runs. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  close(): Promise<void>;
}

const PAGES = new URL("../web/", import.meta.url);

/** Serves one case to this machine alone. Rejects if the port is taken or the case can't be opened. */
export async function serveCase(path: string, options: ServeOptions = {}): Promise<Served> {
  const session = await openSession(path, options);
  // Begun before anybody looks: the first page finds it made, or nearly.
  void session.assessment({ asOf: session.defaultAsOf() }).catch(() => {});
  const token = randomBytes(24).toString("base64url");
  // The locks name the port, which is known only once we listen: the app is made at the first request.
  let app: ReturnType<typeof makeApp> | null = null;
  let port = options.port ?? 0;
  const pages = import.meta.url.endsWith(".ts") ? new URL("../../dist/web/", import.meta.url) : PAGES;
  const fetch: Parameters<typeof listen>[0]["fetch"] = (request, env) => {
    app ??= makeApp({
      session,
      port,
      token,
      pages,
      ...(options.onFault && { onFault: options.onFault }),
      ...(options.network && { network: options.network }),
    });
    return app.fetch(request, env);
  };
  const server = await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
    const made = listen({ fetch, port, hostname: "127.0.0.1" }, () => resolve(made));
    made.once("error", reject);
  }).catch(async (error: unknown) => {
    await session.close();
    throw error;
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    token,
    address: `http://127.0.0.1:${port}${OPEN}${token}`,
    async close() {
      if ("closeAllConnections" in server) server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await session.close();
    },
  };
}
