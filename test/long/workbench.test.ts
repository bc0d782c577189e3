import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newCase } from "../../src/casework/open.ts";
import { serveCase } from "../../src/server/serve.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { chromiumPath, launch, NO_CHROMIUM } from "../browser/chromium.ts";
import { openWindow, showHostile } from "../browser/windows.ts";
import { HOSTILE_FOLDER, hostileStrings } from "./hostile-texts.ts";

const path = chromiumPath();
const left = path === null ? NO_CHROMIUM : "left out without --data DIR";
const AT_ONCE = 150;

describe.skipIf(path === null || HOSTILE_FOLDER === undefined)(`the workbench and each string (${left})`, () => {
  const strings = HOSTILE_FOLDER === undefined ? [] : hostileStrings(HOSTILE_FOLDER);
  const folder = mkdtempSync(join(tmpdir(), "silverblaze-strings-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(path as string);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("are there", () => expect(strings.length).toBeGreaterThan(0));

  test.each(Array.from({ length: Math.ceil(strings.length / AT_ONCE) }, (_, i) => i))(
    "runs none of them, from lot %i",
    async (n) => {
      const file = join(folder, `lot-${n}.silverblaze`);
      const store = await openStore(file, { create: true });
      await newCase(store, "desk", { title: `Lot ${n}`, languages: ["en"], purpose: "test", displayWarnings: false });
      await store.close();
      const served = await serveCase(file, { asOf: "2031-03-09" });
      const shown = await openWindow(browser, served);
      await showHostile({ ...shown, served }, strings.slice(n * AT_ONCE, (n + 1) * AT_ONCE), 12);
      await shown.context.close();
      await served.close();
    },
  );
});
