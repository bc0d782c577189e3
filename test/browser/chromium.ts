import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is, or null: then the tests that need one are skipped and say so. */
export function chromiumPath(): string | null {
  const named = process.env.SILVERBLAZE_CHROMIUM;
  return [...(named === undefined ? [] : [named]), ...PLACES].find((path) => existsSync(path)) ?? null;
}

export const NO_CHROMIUM =
  "no Chromium here: install one (apt-get install chromium) or name it in SILVERBLAZE_CHROMIUM";

const QUIET =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

export function launch(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: QUIET.split(" ") });
}
