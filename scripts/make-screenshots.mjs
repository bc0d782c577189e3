// The pictures of docs/guide/workbench.md, taken of the demonstration case in Chromium: light, dark, Arabic, and as narrow as a telephone.
//   node scripts/make-screenshots.mjs [DIR]
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { makeDemo } from "../dist/casework/demo.js";
import { serveCase } from "../dist/server/serve.js";

const out = process.argv[2] ?? new URL("../docs/guide/workbench/", import.meta.url).pathname;
const AS_OF = "2024-03-09";
const VIEWS = [
  ["overview", "/"],
  ["sources", "/sources"],
  ["document", "/sources/wire"],
  ["compare", "/compare?a=wire&b=ferry-copy"],
  ["check", "/check"],
  ["statements", "/statements"],
  ["brief", "/brief"],
  ["history", "/history"],
  ["keys", "/keys"],
];
const LOOKS = [
  ["light", { colorScheme: "light", width: 1280, language: "en" }],
  ["dark", { colorScheme: "dark", width: 1280, language: "en" }],
  ["arabic", { colorScheme: "light", width: 1280, language: "ar" }],
  ["narrow", { colorScheme: "light", width: 375, language: "en" }],
];

const folder = mkdtempSync(join(tmpdir(), "silverblaze-screens-"));
mkdirSync(out, { recursive: true });
const { assessment } = await makeDemo(folder, AS_OF, false);
const served = await serveCase(join(folder, "demo.silverblaze"), { asOf: AS_OF, assessment });
const browser = await chromium.launch({
  executablePath: process.env.SILVERBLAZE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const [look, { colorScheme, width, language }] of LOOKS) {
    const context = await browser.newContext({ viewport: { width, height: width < 500 ? 812 : 900 }, colorScheme });
    const page = await context.newPage();
    await page.addInitScript((spoken) => {
      localStorage.setItem("silverblaze-you", spoken === "ar" ? "المكتب الليلي" : "night desk");
      localStorage.setItem("silverblaze-language", spoken);
    }, language);
    await page.goto(served.address);
    for (const [name, path] of VIEWS) {
      await page.goto(`http://127.0.0.1:${served.port}${path}`);
      await page.locator("main h1").first().waitFor();
      await page.locator("main .waiting").first().waitFor({ state: "detached" });
      if (name === "statements") {
        await page.locator(".stmt button").nth(3).click();
        await page.locator(".deciding .btn").nth(1).click();
      }
      if (name === "check") {
        await page
          .locator("main select")
          .first()
          .selectOption({ index: 2 })
          .catch(() => {});
        await page
          .locator("main form button, main .btn")
          .first()
          .click()
          .catch(() => {});
        await page
          .locator(".checked-row")
          .first()
          .waitFor({ timeout: 10_000 })
          .catch(() => {});
      }
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(out, `${name}-${look}.png`) });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await served.close();
  rmSync(folder, { recursive: true, force: true });
}
