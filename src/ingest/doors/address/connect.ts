// A connection to a public machine, and to no other. The check is made on the address that is dialled, at each connection, so a
// name that answers otherwise the second time gains nothing.

import { lookup } from "node:dns/promises";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { buildConnector } from "undici";
import { literalIp, whyNotPublic } from "./public.ts";

/** The IP addresses behind a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export interface Dialled {
  readonly ip: string;
  readonly port: number;
  readonly secure: boolean;
  /** The name that the certificate must bear. */
  readonly servername: string;
}

/** Opens a socket to an address that the guard has passed, and hands it over unconnected. Below the guard: it decides nothing. */
export type Dial = (to: Dialled) => Socket;

export interface Network {
  readonly resolve: Resolve;
  readonly dial: Dial;
}

export const realNetwork: Network = {
  resolve: async (hostname) => (await lookup(hostname, { all: true, verbatim: true })).map((a) => a.address),
  dial: ({ ip, port, secure, servername }) =>
    secure
      ? connectTls({ host: ip, port, servername, ALPNProtocols: ["http/1.1"] })
      : connectTcp({ host: ip, port, family: ip.includes(":") ? 6 : 4 }),
};

/** The guard would not let it through. */
export class NotPublic extends Error {
  override readonly name = "NotPublic";
}

/** The address to dial for a host: one that is public, where all that its name answers are. Throws NotPublic, or what the look-up throws. */
export async function publicAddressOf(hostname: string, resolve: Resolve): Promise<string> {
  const literal = literalIp(hostname);
  const found = literal === null ? await resolve(hostname) : [literal];
  if (found.length === 0) throw new NotPublic(`${hostname} has no address`);
  for (const ip of found) {
    const reason = whyNotPublic(ip);
    // One private answer among public ones is how a name is turned against a machine: it is refused whole.
    if (reason !== null) throw new NotPublic(literal === null ? `${hostname} leads to ${ip}: ${reason}` : reason);
  }
  return found.find((ip) => !ip.includes(":")) ?? found[0]!;
}

export interface Watched {
  /** The IP address that was spoken to. */
  ip?: string;
  /** What came in on the wire, in order, as it came. */
  readonly chunks: Uint8Array[];
  bytes: number;
}

/**
 * undici's connector with the guard in it. What comes in on the socket is kept in `watched`, byte for byte, up to `limit`;
 * past it the socket is closed.
 */
export function guardedConnector(
  network: Network,
  { watched, limit }: { readonly watched: Watched; readonly limit: number },
): buildConnector.connector {
  return (options, callback) => {
    const secure = options.protocol === "https:";
    const port = Number(options.port) || (secure ? 443 : 80);
    publicAddressOf(options.hostname, network.resolve)
      .then((ip) => {
        const servername = literalIp(options.hostname) === null ? options.hostname : "";
        const socket = network.dial({ ip, port, secure, servername });
        watched.ip = ip;
        keepWhatComes(socket, watched, limit);
        const fail = (error: Error) => callback(error, null);
        socket.once("error", fail);
        socket.once(secure ? "secureConnect" : "connect", () => {
          socket.removeListener("error", fail);
          callback(null, socket);
        });
      })
      .catch((error: Error) => callback(error, null));
  };
}

/** The stream's own `push` is where each chunk enters, before any reader; a listener for data would take the chunks from the parser. */
function keepWhatComes(socket: Socket, watched: Watched, limit: number): void {
  const push = socket.push.bind(socket);
  socket.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk instanceof Uint8Array) {
      watched.bytes += chunk.length;
      if (watched.bytes > limit) {
        socket.destroy(new TooMuch());
        return false;
      }
      watched.chunks.push(Uint8Array.from(chunk));
    }
    return push(chunk, encoding);
  };
}

/** The answer is longer than the limit. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}
