// Every page kind, narrow and wide, light, dark and in forced colours, in both languages.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS, PAGES } from "./site.mjs";
import { atStand, shown, sideways, violations } from "./stand.mjs";

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
/** So many tabs of one browser work at a time: each is a process of its own. */
const AT_ONCE = { concurrency: 2 };

const stand = atStand();

describe("each page in each look", AT_ONCE, () => {
  for (const [lang, pages] of Object.entries(PAGES)) {
    for (const [kind, path] of Object.entries(pages)) {
      test(`${kind} (${lang}) ${path}`, async () => {
        for (const viewport of WIDTHS) {
          const { page, said, outside, close } = await stand.open(path, { viewport });
          assert.equal(await page.getAttribute("html", "lang"), kind === "not found" ? "id" : lang, "language");
          let before;
          for (const { name, ...look } of LOOKS) {
            const here = `${viewport.width} px, ${name}`;
            await page.emulateMedia(look);
            const over = await sideways(page);
            assert.ok(over <= 0, `${here}: scrolls sideways by ${over} px`);
            // Where the same elements are shown, only colours and sizes can be wrong that were right before.
            const now = await shown(page);
            assert.deepEqual(await violations(page, { looks: now === before }), [], `${here}: accessibility`);
            before = now;
          }
          assert.deepEqual(said, [], `${viewport.width} px: console`);
          assert.deepEqual(outside, [], `${viewport.width} px: requests outside`);
          await close();
        }
      });
    }
  }
});

describe("nothing moves while a page loads", AT_ONCE, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    test(kind, async () => {
      const { page, close } = await stand.open(path, {
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
      assert.equal(await page.evaluate(() => globalThis.shifts), 0, "layout shift");
      await close();
    });
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

describe("without scripts every page says the same and leads to the same", AT_ONCE, () => {
  for (const path of new Set(Object.values(KINDS).flat())) {
    test(path, async () => {
      const withScript = await stand.open(path);
      const without = await stand.open(path, { javaScriptEnabled: false });
      const bare = await matter(without);
      assert.deepEqual(bare, await matter(withScript));
      assert.ok(bare.words.length > 40, "nothing to read");
      await withScript.close();
      await without.close();
    });
  }
});

describe("the keyboard reaches everything, and the focus is seen", AT_ONCE, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    test(kind, async () => {
      const { page, close } = await stand.open(path, { viewport: { width: 1280, height: 800 } });
      // What a closed <details> holds is reached once it is open. The page itself notes where the focus comes by.
      const total = await page.evaluate((all) => {
        const shown = new Set([...document.querySelectorAll(all)].filter((element) => element.checkVisibility()));
        globalThis.reached = new Set();
        globalThis.unseen = [];
        document.addEventListener("focusin", ({ target }) => {
          const style = getComputedStyle(target);
          const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          if (!ring) globalThis.unseen.push(target.outerHTML.slice(0, 120));
          if (shown.has(target)) globalThis.reached.add(target);
        });
        return shown.size;
      }, FOCUSABLE);
      for (let step = 0; step < total + 2; step += 1) await page.keyboard.press("Tab");
      const { reached, unseen } = await page.evaluate(() => ({ reached: globalThis.reached.size, unseen: globalThis.unseen }));
      assert.deepEqual(unseen, [], "no visible focus");
      assert.equal(reached, total, "what the keyboard reaches");
      await close();
    });
  }
});
