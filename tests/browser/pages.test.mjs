// Every page kind, narrow and wide, light, dark and in forced colours, in both languages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { KINDS, PAGES, serve } from "./site.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];
const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced colours", colorScheme: "light", forcedColors: "active" },
];
const FOCUSABLE = "a[href], button, input, select, summary, [tabindex='0']";

let site;
let browser;
before(async () => {
  site = await serve();
  browser = await launch();
  assert.ok(browser, "no Chromium found");
});
after(async () => {
  await browser?.close();
  site?.stop();
});

/** What axe has against the page as it is shown now. */
async function violations(page) {
  const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: { type: "tag", values: tags } }), RULES);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

for (const [lang, pages] of Object.entries(PAGES)) {
  for (const [kind, path] of Object.entries(pages)) {
    test(`${kind} (${lang}) ${path}`, async () => {
      for (const viewport of WIDTHS) {
        const { page, said, outside, close } = await open(browser, site.origin, path, { viewport });
        assert.equal(await page.getAttribute("html", "lang"), kind === "not found" ? "id" : lang, "language");
        await page.evaluate(axe);
        for (const { name, ...look } of LOOKS) {
          const here = `${viewport.width} px, ${name}`;
          await page.emulateMedia(look);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(over <= 0, `${here}: scrolls sideways by ${over} px`);
          assert.deepEqual(await violations(page), [], `${here}: accessibility`);
        }
        assert.deepEqual(said, [], `${viewport.width} px: console`);
        assert.deepEqual(outside, [], `${viewport.width} px: requests outside`);
        await close();
      }
    });
  }
}

test("nothing moves while a page loads", async () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    const { page, close } = await open(browser, site.origin, path, {
      viewport: { width: 390, height: 844 },
      first: () => {
        globalThis.shifts = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shifts += entry.value;
        });
        observer.observe({ type: "layout-shift", buffered: true });
      },
    });
    await page.evaluate(() => document.fonts.ready);
    assert.equal(await page.evaluate(() => globalThis.shifts), 0, `${kind}: layout shift`);
    await close();
  }
});

/** The words and links of a page's matter. What only scripts can use stays out: it is `data-script`. */
async function matter({ page }) {
  return page.locator("main").evaluate((main) => {
    const copy = main.cloneNode(true);
    for (const element of copy.querySelectorAll("[data-script], noscript")) element.remove();
    const links = [...copy.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
    return { words: copy.textContent.replace(/\s+/g, " ").trim(), links };
  });
}

test("without scripts every page says the same and leads to the same", async () => {
  for (const path of Object.values(KINDS).flat()) {
    const withScript = await open(browser, site.origin, path);
    const without = await open(browser, site.origin, path, { javaScriptEnabled: false });
    assert.deepEqual(await matter(without), await matter(withScript), path);
    assert.ok((await matter(without)).words.length > 40, `${path}: nothing to read`);
    await withScript.close();
    await without.close();
  }
});

test("the keyboard reaches everything, and the focus is seen", async () => {
  for (const [path] of Object.values(KINDS)) {
    const { page, close } = await open(browser, site.origin, path, { viewport: { width: 1280, height: 800 } });
    // What a closed <details> holds is reached once it is open.
    const total = await page.evaluate((all) => {
      const shown = [...document.querySelectorAll(all)].filter((element) => element.checkVisibility());
      shown.forEach((element, at) => { element.dataset.stop = at; });
      return shown.length;
    }, FOCUSABLE);
    const seen = new Set();
    for (let step = 0; step < total + 2; step += 1) {
      await page.keyboard.press("Tab");
      const state = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const style = getComputedStyle(element);
        return { at: element.dataset.stop, ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, html: element.outerHTML.slice(0, 120) };
      });
      if (!state) continue;
      assert.ok(state.ring, `${path}: no visible focus on ${state.html}`);
      seen.add(state.at);
    }
    assert.equal(seen.size, total, `${path}: the keyboard reaches ${seen.size} of ${total}`);
    await close();
  }
});
