import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import type { Served } from "../../src/server/serve.ts";

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere but the workbench. */
  readonly strays: string[];
  readonly faults: string[];
}

export interface WindowOptions {
  readonly dark?: boolean;
  readonly arabic?: boolean;
  readonly width?: number;
}

/** A window on a served case that notes what it should never see: requests to others, errors, dialogs, breaches of the content policy. */
export async function openWindow(browser: Browser, served: Served, options: WindowOptions = {}): Promise<Opened> {
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
      if (location.protocol === "about:") return;
      localStorage.setItem("silverblaze-you", "night desk");
      localStorage.setItem("silverblaze-language", language ?? "en");
    },
    [options.arabic ? "ar" : "en"],
  );
  await page.goto(served.address);
  return { page, context, strays, faults };
}

/** Opens a view and waits until it shows what it has. */
export async function goTo(page: Page, served: Served, view: string): Promise<void> {
  await page.goto(`http://127.0.0.1:${served.port}${view}`);
  await page.locator("main h1").first().waitFor();
  await page.locator("main .waiting").first().waitFor({ state: "detached" });
}

interface Shown extends Opened {
  readonly served: Served;
}

/** Elements that our views never draw: one of them in the page came from a text. */
const NEVER =
  "main :is(img, iframe, frame, object, embed, script, style, base, meta, link, video, audio, source, math, form[action], portal, template)";

async function expectHarmless({ page, strays, faults }: Opened, where: string): Promise<void> {
  expect(await page.evaluate("globalThis.hit ?? 0"), where).toBe(0);
  expect(await page.locator(NEVER).count(), where).toBe(0);
  expect(strays, where).toEqual([]);
  expect(
    faults.filter((f) => !/the server responded with a status of 40[04]/.test(f)),
    where,
  ).toEqual([]);
}

/** A request as the page makes them, sent while no view looks on: each change would have the case assessed anew. */
async function send({ page, served }: Shown, path: string, text: string): Promise<void> {
  const origin = `http://127.0.0.1:${served.port}`;
  const headers = { origin, "sec-fetch-site": "same-origin", "content-type": "application/octet-stream" };
  const response = await page.context().request.post(`${origin}${path}`, { headers, data: Buffer.from(text) });
  expect([200, 400], await response.text()).toContain(response.status());
}

/**
 * Gives each string to every field that the workbench has, through the page where a person types and through its routes where it is kept
 * (text, name, address, title, reason, speaker), and looks at every view: nothing may run, leave, or become an element.
 */
export async function showHostile(shown: Shown, strings: readonly string[], addresses = 60): Promise<void> {
  const { page, served } = shown;
  await page.goto("about:blank");
  const documents = chunks(strings, 40);
  for (const [n, some] of documents.entries()) {
    const title = `<title>${n}</title><p>`;
    const text = `${title}\n\n${some.map((s) => `A clerk of Tarn said: ${s}`).join("\n\n")}\n`;
    await send(shown, `/api/files?name=texts-${n}.txt&who=desk`, text);
  }
  for (const s of strings) {
    const query = new URLSearchParams({ name: s.slice(0, 300) || "x", who: s.slice(0, 80) || "x", door: "paste" });
    await send(shown, `/api/files?${query}`, `The clerk said that ${s} was seen.\n`);
  }
  const joined = strings.slice(0, 60).join("\n");
  await goTo(page, served, "/sources");
  await page.getByLabel("Paste a text").fill(joined);
  await page.getByLabel("what to call it").fill(joined);
  await page.getByLabel("Addresses, one a line").fill(joined);
  await expectHarmless(shown, "fields of the sources");
  await goTo(page, served, "/check");
  await page.getByRole("textbox", { name: "The text" }).fill(joined);
  await page.getByRole("button", { name: "Check it" }).click();
  await page.locator(".checked-row, [role=alert], .problem-list").first().waitFor();
  await expectHarmless(shown, "check");
  await goTo(page, served, "/statements");
  await page.locator(".stmt button").first().click();
  await page.getByRole("button", { name: /Mend/ }).click();
  for (const s of strings.slice(0, addresses)) {
    await page.getByRole("searchbox").fill("");
    await page.getByRole("textbox", { name: "who speaks" }).fill(s);
    await page.getByRole("textbox", { name: "why" }).fill(s);
  }
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".stmt").filter({ hasText: "mended" }).first().waitFor();
  for (const s of strings.slice(0, addresses)) {
    const query = new URLSearchParams({ words: s, why: s, statement: s, asOf: s });
    await page.goto(`http://127.0.0.1:${served.port}/statements?${query}`);
    await page.locator("main").waitFor();
    await expectHarmless(shown, `address with ${s}`);
  }
  for (const view of ["/", "/sources", "/statements", "/brief", "/history"]) {
    await goTo(page, served, view);
    await expectHarmless(shown, view);
  }
  await goTo(page, served, "/sources");
  const links = await page
    .locator("table.docs th a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  for (const link of links.slice(0, documents.length + 10)) {
    await goTo(page, served, link);
    await expectHarmless(shown, link);
  }
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
