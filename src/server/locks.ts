// What keeps everybody else out of a workbench on this machine: other sites, other names for it, other programs that guess its port.

import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";

/** The token's cookie. The port is in its name: two workbenches on one machine don't put each other out. */
export function cookieName(port: number): string {
  return `silverblaze-${port}`;
}

/** Nothing is loaded from anywhere else, nothing inline runs, nothing frames us. Every response carries these. */
export const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
  "X-DNS-Prefetch-Control": "off",
};

/** Puts the headers on every answer, refusals and errors included. */
export function withHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  };
}

export interface Locked {
  readonly port: number;
  readonly token: string;
}

/**
 * Lets a request through only if it names this machine as its host, comes from our own pages, and carries the token. A name that
 * another site points at this machine fails the first, another site's page the second, another program the third.
 */
export function locks({ port, token }: Locked): MiddlewareHandler {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!hosts.has(host)) return c.text("This host name is not served.", 403);
    const method = c.req.method;
    if (method !== "GET" && method !== "HEAD" && method !== "POST") return c.text("Only GET and POST are served.", 403);
    if (!fromOurPages(c.req.header("origin"), c.req.header("sec-fetch-site"), { host, method, path: c.req.path })) {
      return c.text("Requests from other sites are refused.", 403);
    }
    if (c.req.path.startsWith(OPEN)) return next();
    if (!sameToken(getCookie(c, cookieName(port)), token)) {
      return c.text("Open the address that silverblaze printed when it started; it carries the key.", 401);
    }
    return next();
  };
}

/** Where the printed address leads: the token is turned into a cookie, and the address forgets it. */
export const OPEN = "/open/";

interface Asked {
  readonly host: string;
  readonly method: string;
  readonly path: string;
}

function fromOurPages(origin: string | undefined, site: string | undefined, { host, method, path }: Asked): boolean {
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const typed = site === "none"; // an address typed or a bookmark
  if (site !== undefined && site !== "same-origin" && !typed) {
    // The printed address may be followed from a terminal's or a mail's page; it reveals nothing but the first page.
    return method === "GET" && path.startsWith(OPEN);
  }
  if (method === "POST") return origin !== undefined || site === "same-origin";
  return !(typed && path.startsWith("/api/"));
}

/** Compared in the same time whatever was guessed. */
export function sameToken(given: string | undefined, token: string): boolean {
  const a = Buffer.from(given ?? "");
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}
