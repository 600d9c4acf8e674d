// Every page kind, narrow and wide, light, dark and in forced colours, in both languages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { PAGES, serve } from "./site.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [
  { name: "320 px light", viewport: { width: 320, height: 640 }, colorScheme: "light" },
  { name: "1280 px dark", viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  { name: "1280 px light", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "320 px forced colours", viewport: { width: 320, height: 640 }, forcedColors: "active" },
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

for (const [lang, pages] of Object.entries(PAGES)) {
  for (const [kind, path] of Object.entries(pages)) {
    test(`${kind} (${lang}) ${path}`, async () => {
      for (const { name, ...look } of LOOKS) {
        const { page, said, outside, close } = await open(browser, site.origin, path, look);
        assert.equal(await page.getAttribute("html", "lang"), lang, `${name}: language`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(width <= 0, `${name}: scrolls sideways by ${width} px`);
        await page.evaluate(axe);
        const { violations } = await page.evaluate((tags) => globalThis.axe.run({ runOnly: { type: "tag", values: tags } }), RULES);
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
        assert.deepEqual(found, [], `${name}: accessibility`);
        assert.deepEqual(said, [], `${name}: console`);
        assert.deepEqual(outside, [], `${name}: requests outside`);
        await close();
      }
    });
  }
}

test("without scripts every page says the same", async () => {
  for (const path of Object.values(PAGES.id)) {
    const withScript = await open(browser, site.origin, path);
    const without = await open(browser, site.origin, path, { javaScriptEnabled: false });
    const words = (opened) => opened.page.locator("main").innerText();
    assert.equal(await words(without), await words(withScript), path);
    await withScript.close();
    await without.close();
  }
});

test("the keyboard reaches everything, and the focus is seen", async () => {
  for (const path of [PAGES.id.home, PAGES.id.region, PAGES.id.story]) {
    const { page, close } = await open(browser, site.origin, path, { viewport: { width: 1280, height: 800 } });
    // What a closed <details> holds is reached once it is open.
    const total = await page.evaluate(
      (all) => [...document.querySelectorAll(all)].filter((element) => element.checkVisibility()).length,
      FOCUSABLE,
    );
    const seen = new Set();
    for (let step = 0; step < total + 2; step += 1) {
      await page.keyboard.press("Tab");
      const state = await page.evaluate((focusable) => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const style = getComputedStyle(element);
        const all = [...document.querySelectorAll(focusable)];
        return { at: all.indexOf(element), ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, html: element.outerHTML.slice(0, 120) };
      }, FOCUSABLE);
      if (!state) continue;
      assert.ok(state.ring, `${path}: no visible focus on ${state.html}`);
      seen.add(state.at);
    }
    assert.equal(seen.size, total, `${path}: the keyboard reaches ${seen.size} of ${total}`);
    await close();
  }
});
