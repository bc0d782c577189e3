// Addresses of messengers' channels and of hidden services. Which channel is whose can't be told from an address, so that all of them are
// treated as those of a listed group [CO2].

/** The names of such hosts, as the source of a regular expression; names below them belong to them. */
export const CHANNEL_HOSTS = "(?:t\\.me|telegram\\.(?:me|dog)|[a-z0-9-]{1,63}\\.onion)";

const WHOLE = new RegExp(`(?:^|\\.)${CHANNEL_HOSTS}\\.?$`, "i");

/** Whether channels are at that host. */
export function isChannelHost(hostname: string): boolean {
  return WHOLE.test(hostname);
}
