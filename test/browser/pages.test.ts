import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  assessmentPage,
  checkPage,
  comparisonPage,
  lineagePage,
  silencePage,
  statementsPage,
} from "../../src/casework/pages.ts";
import { ASSESSMENT, TEXTS } from "../exchange/assessment.ts";
import { HOSTILE } from "../exchange/hostile.ts";
import { poisoned, poisonedTexts } from "../exchange/poisoned.ts";
import { ARABIC, CHECK, COMPARISON, COPY, WIRE } from "../exchange/texts.ts";
import { chromiumPath, launch, NO_CHROMIUM } from "./chromium.ts";

const path = chromiumPath();
const require = createRequire(import.meta.url);

const demonstration = "Demonstration: invented texts";
const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  compare: () => comparisonPage({ a: WIRE, b: COPY, comparison: COMPARISON, demonstration }),
  "compare-arabic": () =>
    comparisonPage({
      a: ARABIC,
      b: COPY,
      comparison: {
        ...COMPARISON,
        alignment: [],
        sentences: { a: [{ start: 0, end: 80 }], b: COMPARISON.sentences.b },
      },
    }),
  check: () => checkPage({ draft: COPY, against: [WIRE, ARABIC], check: CHECK, demonstration }),
  brief: () => assessmentPage(ASSESSMENT),
  statements: () => statementsPage(ASSESSMENT, TEXTS),
  silence: () => silencePage(ASSESSMENT),
  lineage: () => lineagePage(ASSESSMENT),
};

const EVIL = HOSTILE.join(" ");
const HOSTILE_PAGES: Readonly<Record<string, () => Promise<string>>> = {
  compare: () => comparisonPage({ ...poisonedTexts(EVIL), demonstration: EVIL }),
  check: () => {
    const { a, b, check } = poisonedTexts(EVIL);
    return checkPage({ draft: a, against: [b], check, demonstration: EVIL });
  },
  brief: () => assessmentPage(poisoned(EVIL)),
  statements: () => statementsPage(poisoned(EVIL), { ["a".repeat(64)]: EVIL }),
  silence: () => silencePage(poisoned(EVIL)),
  lineage: () => lineagePage(poisoned(EVIL)),
};

interface Opened {
  readonly page: Page;
  /** What the page asked for, opened or complained of; a page of ours does none of it. */
  readonly deeds: readonly string[];
}

describe.skipIf(path === null)(path === null ? `pages (${NO_CHROMIUM})` : "pages in a browser", () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await launch(path!);
    folder = await mkdtemp(join(tmpdir(), "silverblaze-pages-"));
  });

  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(html: string, options: { width?: number; colorScheme?: "light" | "dark" } = {}): Promise<Opened> {
    const file = join(folder, "page.html");
    await writeFile(file, html);
    const page = await browser.newPage({
      viewport: { width: options.width ?? 1440, height: 900 },
      colorScheme: options.colorScheme ?? "light",
    });
    const deeds: string[] = [];
    page.on("request", (r) => {
      if (!r.isNavigationRequest() && !r.url().startsWith("data:font/woff2"))
        deeds.push(`asked for ${r.url().slice(0, 80)}`);
    });
    page.on("console", (m) => deeds.push(m.text()));
    page.on("pageerror", (e) => deeds.push(e.message));
    page.on("popup", () => deeds.push("opened a window"));
    page.on("dialog", (d) => {
      deeds.push(`dialog ${d.message()}`);
      void d.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    return { page, deeds };
  }

  test.each(Object.keys(HOSTILE_PAGES))(
    "[CO1] %s made of sixty hostile texts runs nothing and asks for nothing",
    async (name) => {
      const { page, deeds } = await open(await HOSTILE_PAGES[name]!());
      await page.waitForTimeout(200);
      const found = await page.evaluate(() => ({
        ran: "ran" in window,
        scripts: document.scripts.length,
        outside: document.querySelectorAll(
          "img,iframe,object,embed,video,audio,form,input,base,link,[onclick],[onerror],[onload],[style]",
        ).length,
        title: document.title,
      }));
      expect(found).toMatchObject({ ran: false, scripts: 0, outside: 0 });
      expect(found.title).not.toBe("ran");
      expect(deeds).toEqual([]);
      await page.close();
    },
  );

  const looks = (["light", "dark"] as const).flatMap((scheme) =>
    Object.keys(PAGES).map((name) => [name, scheme] as const),
  );
  test.each(looks)("%s in %s has no fault that axe finds, and asks for nothing", async (name, colorScheme) => {
    const { page, deeds } = await open(await PAGES[name]!(), { colorScheme });
    await page.evaluate(await readFile(require.resolve("axe-core/axe.min.js"), "utf8"));
    const faults = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 3)
            .map((n) => n.html.slice(0, 160))
            .join(" | ")}`,
      );
    });
    expect(faults).toEqual([]);
    expect(deeds).toEqual([]);
    await page.close();
  });

  test.each(Object.keys(PAGES))("%s fits a window of 375 px, of 1024 px and a sheet of A4", async (name) => {
    const html = await PAGES[name]!();
    for (const width of [375, 1024]) {
      const { page } = await open(html, { width });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.close();
    }
    const { page } = await open(html, { width: 688 });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
    await page.close();
  });

  test("the policy admits the page's own style, and both voices are there in both scripts", async () => {
    const { page } = await open(await PAGES.brief!());
    const fonts = await page.evaluate(() =>
      [...document.fonts].filter((f) => f.status === "loaded").map((f) => f.family.replaceAll('"', "")),
    );
    expect([...new Set(fonts)].sort()).toEqual(["SB Naskh", "SB Sans", "SB Sans Arabic", "SB Serif"]);
    await page.close();
  });

  test("a style element of anybody else takes no effect", async () => {
    const html = (await PAGES.compare!()).replace("</body>", "<style>h1{display:none}</style></body>");
    const { page, deeds } = await open(html);
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(deeds.join(" ")).toMatch(/Content Security Policy/);
    await page.close();
  });

  test("a number leads to its grounds", async () => {
    const { page } = await open(await PAGES.brief!());
    await page.locator("h1 a.fig").first().click();
    expect(await page.evaluate(() => document.querySelector(":target")?.id)).toBe("why-tarn/who/gas/probability");
    await page.close();
  });

  test("nothing on the timeline, the curve or the graph overlaps", async () => {
    for (const name of ["silence", "lineage"]) {
      const { page } = await open(await PAGES[name]!(), { width: 1024 });
      const overlaps = await page.evaluate(() =>
        [...document.querySelectorAll("svg")].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll("text")]
            .map((t) => ({ words: t.textContent ?? "", box: t.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0);
          return boxes.flatMap((a, i) =>
            boxes.slice(i + 1).flatMap((b) => {
              const apart =
                a.box.right <= b.box.left + 1 ||
                b.box.right <= a.box.left + 1 ||
                a.box.bottom <= b.box.top + 3 ||
                b.box.bottom <= a.box.top + 3;
              return apart ? [] : [`${a.words} / ${b.words}`];
            }),
          );
        }),
      );
      expect(overlaps).toEqual([]);
      await page.close();
    }
  });
});
