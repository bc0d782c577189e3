// Which addresses of the network may be spoken to: public ones, and nothing that leads back into a house.

import ipaddr from "ipaddr.js";
import { isChannelHost } from "../../../core/model/channel.ts";

/** Ports that pages are served from; a user may type another, a redirect may not lead there. */
const WEB_PORTS: ReadonlySet<string> = new Set(["", "80", "443", "8000", "8080", "8443"]);

/** Why an IP address is not spoken to, in words; null for a public one. IPv4 inside IPv6 is taken out first. */
export function whyNotPublic(address: string): string | null {
  if (!ipaddr.isValid(address)) return "it is no IP address";
  const ip = ipaddr.process(address);
  const range = ip.range();
  if (range !== "unicast") return `${address} is not public (${range})`;
  // ipaddr.js calls all the rest of IPv6 unicast; only 2000::/3 is given out as global.
  if (ip.kind() === "ipv6" && !ip.match(ipaddr.parseCIDR("2000::/3"))) return `${address} is not public (unassigned)`;
  return null;
}

export type AddressRead = { readonly url: URL } | { readonly reason: string; readonly channel?: true };

/**
 * The address as the network will see it, or why it is not fetched. Only its form is judged here: a name that leads to a
 * private machine is caught when it is looked up, at each connection.
 */
export function webAddress(written: string, base?: URL): AddressRead {
  let url: URL;
  try {
    url = new URL(written, base);
  } catch {
    return { reason: "it is no complete web address" };
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return { reason: `${url.protocol} is not fetched, only http: and https:` };
  }
  if (url.username !== "" || url.password !== "") return { reason: "it carries a user name or a password" };
  if (isChannelHost(url.hostname)) return { reason: `it leads to a channel at ${url.hostname}`, channel: true };
  if (base !== undefined && !WEB_PORTS.has(url.port) && url.port !== base.port) {
    return { reason: `a redirect leads to port ${url.port}` };
  }
  const literal = literalIp(url.hostname);
  const reason = literal === null ? whyNotNamed(url.hostname) : whyNotPublic(literal);
  return reason === null ? { url: withoutFragment(url) } : { reason };
}

/** The IP address that stands in place of a name, without brackets; null for a name. WHATWG URL has folded 127.1 and 0x7f.1 by now. */
export function literalIp(hostname: string): string | null {
  const bare = hostname.startsWith("[") ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
}

const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid)\.?$/i;

function whyNotNamed(hostname: string): string | null {
  if (PRIVATE_NAMES.test(hostname)) return `${hostname} is a name inside a house or a machine`;
  if (!hostname.replace(/\.$/, "").includes(".")) return `${hostname} is no full name of a host`;
  return null;
}

function withoutFragment(url: URL): URL {
  const copy = new URL(url);
  copy.hash = "";
  return copy;
}
