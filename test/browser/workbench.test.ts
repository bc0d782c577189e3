import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe, { type AxeResults } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDemo } from "../../src/casework/demo.ts";
import { newCase, openCase } from "../../src/casework/open.ts";
import { type Served, serveCase } from "../../src/server/serve.ts";
import { openStore } from "../../src/store/store.entry.ts";
import { chromiumPath, launch, NO_CHROMIUM } from "./chromium.ts";
import { HOSTILE_STRINGS } from "./hostile-strings.ts";

const path = chromiumPath();
const folder = mkdtempSync(join(tmpdir(), "silverblaze-workbench-"));
const AS_OF = "2024-03-09";
const VIEWS = [
  "/",
  "/sources",
  "/sources/wire",
  "/compare?a=wire&b=ferry-copy",
  "/check",
  "/statements",
  "/statements (mending)",
  "/ (why)",
  "/brief",
  "/history",
  "/keys",
];

describe.skipIf(path === null)(`the workbench${path === null ? ` (${NO_CHROMIUM})` : ""}`, () => {
  let browser: Browser;
  let demo: Served;
  let empty: Served;
  let emptyPath = "";

  beforeAll(async () => {
    browser = await launch(path as string);
    await makeDemo(folder, AS_OF);
    demo = await serveCase(join(folder, "demo.silverblaze"), { asOf: AS_OF });
    emptyPath = join(folder, "harbour.silverblaze");
    const store = await openStore(emptyPath, { create: true });
    await newCase(store, "desk", { title: "Harbour", languages: ["en"], purpose: "test", displayWarnings: false });
    await store.close();
    empty = await serveCase(emptyPath, { asOf: "2031-03-09" });
  }, 80_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.close();
    await empty?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    readonly context: BrowserContext;
    /** Requests to anywhere but the workbench. */
    readonly strays: string[];
    readonly faults: string[];
  }

  async function opened(
    served: Served,
    options: { dark?: boolean; arabic?: boolean; width?: number } = {},
  ): Promise<Opened> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.dark ? "dark" : "light",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    const strays: string[] = [];
    const faults: string[] = [];
    page.on("request", (r) => {
      const { origin, protocol } = new URL(r.url());
      if (origin !== `http://127.0.0.1:${served.port}` && protocol !== "blob:") strays.push(r.url());
    });
    page.on("pageerror", (e) => faults.push(e.message));
    page.on("dialog", (d) => {
      faults.push(`dialog ${d.message()}`);
      void d.dismiss();
    });
    page.on("console", (m) => {
      if (m.type() === "error") faults.push(m.text());
    });
    await page.addInitScript(
      ([language]) => {
        localStorage.setItem("silverblaze-you", "night desk");
        localStorage.setItem("silverblaze-language", language ?? "en");
      },
      [options.arabic ? "ar" : "en"],
    );
    await page.goto(served.address);
    return { page, context, strays, faults };
  }

  const go = async (page: Page, served: Served, view: string) => {
    await page.goto(`http://127.0.0.1:${served.port}${view}`);
    await page.locator("main h1").first().waitFor();
    await page.locator("main .waiting").first().waitFor({ state: "detached" });
  };

  it.each([
    ["light, English", { dark: false, arabic: false }],
    ["dark, English", { dark: true, arabic: false }],
    ["light, Arabic", { dark: false, arabic: true }],
    ["dark, Arabic", { dark: true, arabic: true }],
  ])("has no fault that axe can find on any view, %s, and asks nobody but itself", async (_name, options) => {
    const { page, context, strays, faults } = await opened(demo, options);
    const found: string[] = [];
    for (const view of VIEWS) {
      await go(page, demo, view.replace(/ \(\w+\)$/, ""));
      if (view.endsWith("(mending)")) {
        await page.locator(".stmt").first().waitFor();
        await page.keyboard.press("j");
        await page.locator(".deciding").waitFor();
        await page.keyboard.press("e");
        await page.locator(".handle").first().waitFor();
      }
      if (view.endsWith("(why)")) {
        await page.locator("main .fig").first().click();
        await page.locator("aside.why dl").first().waitFor();
      }
      const result = (await page.evaluate(`${axe.source}; axe.run({ resultTypes: ["violations"] })`)) as AxeResults;
      found.push(
        ...result.violations.map(
          (v) =>
            `${view}: ${v.id} ${v.nodes
              .map((n) => n.target.join(" "))
              .slice(0, 3)
              .join(" | ")}`,
        ),
      );
    }
    expect(found).toEqual([]);
    expect(strays).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("adds three documents by file and by paste and shows the origins; nothing is added twice", async () => {
    const { page, context, faults } = await opened(empty);
    const wire =
      "Harbour office burns\n\nTwo clerks died when the Tarn harbour office burned on 4 March 2031, the fire brigade said. No group has claimed responsibility.\n";
    writeFileSync(join(folder, "wire.txt"), wire);
    writeFileSync(join(folder, "copy.txt"), `From our correspondent\n\n${wire}`);
    await go(page, empty, "/sources");
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([join(folder, "wire.txt"), join(folder, "copy.txt")]);
    await page.getByText("2 documents added.").waitFor();
    await page.getByLabel("Paste a text").fill("The mayor of Tarn said on 5 March that an old heater caused the fire.");
    await page.getByLabel("what to call it").fill("mayor");
    await page.getByRole("button", { name: "Add the text" }).click();
    await page.getByText("1 document added.").waitFor();
    await page.getByRole("link", { name: "3 reports" }).waitFor();
    await expect.poll(() => page.locator("main .lede").textContent()).toContain("2 origins seen");
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([join(folder, "wire.txt")]);
    await page.getByText("0 documents added.").waitFor();
    expect(await page.locator(".problem-list").textContent()).toContain("document-twice");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("opens a comparison and copies one change with both quotes", async () => {
    const { page, context } = await opened(demo);
    await go(page, demo, "/sources");
    await page
      .getByRole("row", { name: /Morning Ferry/ })
      .getByRole("link", { name: "Compare" })
      .click();
    const finding = page.getByRole("button", { name: "Copy this finding" }).first();
    await finding.click();
    await page.getByText("Copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[1]).toMatch(/^Lowland Wire .*“.+”/);
    expect(copied.split("\n")).toHaveLength(4);
    await context.close();
  });

  it("mends a statement's boundary and speaker by keyboard alone, and the case holds it", async () => {
    const { page, context } = await opened(demo);
    await go(page, demo, "/statements");
    await page.locator(".stmt").first().waitFor();
    await page.keyboard.press("j");
    const pane = page.locator(".deciding");
    await pane.waitFor();
    await page.keyboard.press("e");
    const start = page.getByRole("spinbutton", { name: "begins at" });
    const before = Number(await start.inputValue());
    await page.keyboard.press("]");
    await expect.poll(async () => Number(await start.inputValue())).toBeGreaterThan(before);
    const after = Number(await start.inputValue());
    const speaker = page.getByRole("textbox", { name: "who speaks" });
    await speaker.focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("river police");
    await page.getByRole("button", { name: "Save" }).press("Enter");
    await page.locator(".stmt").filter({ hasText: "mended" }).first().waitFor();
    const store = await openStore(join(folder, "demo.silverblaze"));
    const { state } = await openCase(store);
    await store.close();
    const decided = state.entries["statement.decided"].at(-1)?.body;
    expect(decided).toMatchObject({ answer: "mended", who: "night desk" });
    expect(decided?.statement?.content[0]?.start).toBe(after);
    expect(decided?.statement?.speaker.label).toBe("river police");
    await context.close();
  });

  it("moves a boundary by dragging its handle, and by arrow keys on it", async () => {
    const { page, context } = await opened(demo);
    await go(page, demo, "/statements");
    await page.locator(".stmt button").nth(1).click();
    await page.getByRole("button", { name: /Mend/ }).click();
    const end = page.getByRole("slider", { name: "ends at" });
    const before = Number(await end.getAttribute("aria-valuenow"));
    const [handle, words] = [await end.boundingBox(), await page.locator(".deciding .sp.on").first().boundingBox()];
    if (!handle || !words) throw new Error("no handle");
    await page.mouse.move(handle.x, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(words.x + 40, words.y + 8, { steps: 6 });
    await page.mouse.up();
    await expect.poll(async () => Number(await end.getAttribute("aria-valuenow"))).toBeLessThan(before);
    const dragged = Number(await end.getAttribute("aria-valuenow"));
    await end.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => Number(await end.getAttribute("aria-valuenow"))).toBe(dragged + 1);
    await context.close();
  });

  it("leads from a figure to the words of a source", async () => {
    const { page, context } = await opened(demo);
    await go(page, demo, "/");
    await page.locator("main .fig").first().waitFor();
    await page.getByRole("link", { name: /cited but not seen/ }).click();
    const why = page.locator("aside.why");
    await why.locator("a.src").first().waitFor();
    await why.locator("a.src").first().click();
    await page.locator(".doc .sp.on").first().waitFor();
    expect((await page.locator(".doc .sp.on").first().textContent())?.trim()).not.toBe("");
    await context.close();
  });

  it("saves the brief, which opens as a page of its own", async () => {
    const { page, context } = await opened(demo);
    await go(page, demo, "/brief");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "HTML" }).click(),
    ]);
    const file = join(folder, "saved.html");
    await download.saveAs(file);
    expect(readFileSync(file, "utf8")).toContain("<!doctype html>");
    const other = await context.newPage();
    await other.goto(`file://${file}`);
    expect(await other.locator("h1").first().textContent()).toContain("Belder Lock");
    await context.close();
  });

  it("shows in one window what another changes, and keeps a conflicting edit for the user to see", async () => {
    const first = await opened(demo);
    const second = await opened(demo);
    for (const { page } of [first, second]) await go(page, demo, "/statements?words=customs");
    for (const { page } of [first, second]) await page.locator(".stmt button").first().click();
    for (const { page } of [first, second]) await page.locator(".deciding mark, .deciding .sp.on").first().waitFor();
    // The second window is cut off from the news, as a page is that was left open on a sleeping machine.
    await second.page.route("**/api/events", (r) => r.abort());
    await first.page.getByRole("button", { name: /Accept/ }).click();
    await first.page.locator(".stmt").filter({ hasText: "accepted" }).first().waitFor();
    await second.page.getByRole("button", { name: /Reject/ }).click();
    await second.page.getByText("Somebody else decided this").waitFor();
    await second.page.getByRole("button", { name: "Write yours over it" }).click();
    await first.page.locator(".stmt.rej").first().waitFor();
    await first.context.close();
    await second.context.close();
  });

  it(`runs none of ${HOSTILE_STRINGS.length} hostile strings, in any field, and shows each as text`, async () => {
    const { page, context, strays, faults } = await opened(empty);
    await go(page, empty, "/sources");
    for (const [i, words] of HOSTILE_STRINGS.entries()) {
      await page.getByLabel("Paste a text").fill(`A clerk said: ${words}\nThe end.`);
      await page.getByLabel("what to call it").fill(words.slice(0, 200) || "x");
      if (i % 12 === 0) {
        await page.getByRole("button", { name: "Add the text" }).click();
        await page.getByRole("button", { name: "Add the text" }).and(page.locator(":disabled")).waitFor();
      }
    }
    await page.getByLabel("Addresses, one a line").fill(HOSTILE_STRINGS.join("\n"));
    await go(page, empty, "/check");
    for (const words of HOSTILE_STRINGS.slice(0, 20)) await page.getByRole("textbox", { name: "The text" }).fill(words);
    await page.getByRole("textbox", { name: "The text" }).fill(HOSTILE_STRINGS.join("\n"));
    await page.getByRole("button", { name: "Check it" }).click();
    await page.locator(".checked-row").first().waitFor();
    await go(page, empty, "/statements");
    await page.getByRole("searchbox").fill(HOSTILE_STRINGS[0] ?? "");
    for (const view of ["/", "/sources", "/statements", "/brief", "/history"]) {
      await go(page, empty, view);
      expect(await page.evaluate("globalThis.hit ?? 0"), view).toBe(0);
    }
    for (const words of HOSTILE_STRINGS.slice(0, 12)) {
      await page.goto(
        `http://127.0.0.1:${empty.port}/statements?words=${encodeURIComponent(words)}&why=${encodeURIComponent(words)}`,
      );
      await page.locator("main h1").waitFor();
      expect(await page.evaluate("globalThis.hit ?? 0")).toBe(0);
    }
    expect(strays).toEqual([]);
    expect(faults.filter((f) => !/404|400/.test(f))).toEqual([]);
    await context.close();
  });
});
