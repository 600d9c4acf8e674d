// What readers set for themselves: pages twice as large, letters twice as large, less motion, more contrast.
// Once for every kind of page.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { KINDS } from "./site.mjs";
import { atStand, sideways, violations } from "./stand.mjs";

const AT_ONCE = { concurrency: 2 };
const WIDE = { width: 1280, height: 800 };
/** A window of 1280 x 800 at 200 % has half the room, and two dots for each of its pixels. */
const ZOOMED = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };

const stand = atStand();
/** A browser whose owner has set letters of 32 px where most have 16. */
let large;
before(async () => {
  large = await launch("--blink-settings=defaultFontSize=32");
});
after(() => large?.close());

/** Words that lie outside of what is shown of their own box, and words of one box over those of another. */
const lost = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      // Words for screen readers alone are cut on purpose.
      if (!own || !element.checkVisibility() || element.closest(".vh, .skip, svg")) continue;
      const style = getComputedStyle(element);
      const cut = style.overflowX === "hidden" || style.overflowX === "clip" || style.overflowY === "hidden" || style.overflowY === "clip";
      if (cut && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
        found.push(`cut: ${element.outerHTML.slice(0, 120)}`);
      }
      const box = element.getBoundingClientRect();
      if (box.right + scrollX < 0 || box.bottom + scrollY < 0) found.push(`off the page: ${element.outerHTML.slice(0, 120)}`);
    }
    return found.slice(0, 5);
  });

describe("at 200 % nothing is lost, and nothing has to be read sideways", AT_ONCE, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    test(`${kind}, the page enlarged`, async () => {
      const { page, said, close } = await stand.open(path, ZOOMED);
      assert.ok((await sideways(page)) <= 0, "scrolls sideways");
      assert.deepEqual(await lost(page), []);
      assert.deepEqual(said, []);
      await close();
    });

    test(`${kind}, the letters alone enlarged`, async () => {
      const { page, close } = await open(large, stand.origin, path, { viewport: WIDE });
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "32px");
      assert.ok((await sideways(page)) <= 0, "scrolls sideways");
      assert.deepEqual(await lost(page), []);
      await close();
    });
  }
});

describe("who wants less motion sees none", AT_ONCE, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    test(kind, async () => {
      const { page, close } = await stand.open(path, { viewport: WIDE, reducedMotion: "reduce" });
      const moving = await page.evaluate(() => {
        const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
        const moves = (style) =>
          seconds(style.transitionDuration) > 0.01 || seconds(style.animationDuration) > 0.01 || style.scrollBehavior === "smooth";
        const all = [...document.querySelectorAll("*")];
        const found = all.filter((element) => [null, "::before", "::after"].some((part) => moves(getComputedStyle(element, part))));
        return [...found.map((element) => element.outerHTML.slice(0, 120)), ...document.getAnimations().map((one) => one.animationName)];
      });
      assert.deepEqual(moving, []);
      await close();
    });
  }
});

describe("who wants more contrast has seven to one", AT_ONCE, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${kind}, ${colorScheme}`, async () => {
        const { page, close } = await stand.open(path, { viewport: WIDE, contrast: "more", colorScheme });
        assert.ok(await page.evaluate(() => matchMedia("(prefers-contrast: more)").matches));
        assert.deepEqual(await violations(page, { more: ["color-contrast-enhanced"] }), []);
        await close();
      });
    }
  }
});
