// Pages on paper: A4 upright, as a printer or "save as PDF" gets them. Once for every kind of page.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KINDS } from "./site.mjs";
import { atStand, sideways } from "./stand.mjs";

const AT_ONCE = { concurrency: 2 };
/** 210 mm less the margins of the style, in pixels of 1/96 inch. */
const PAPER = { width: 672, height: 980 };

const stand = atStand();

describe("on paper everything is there, and nothing that only a screen can use", AT_ONCE, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    test(kind, async () => {
      const { page, close } = await stand.open(path, { viewport: PAPER });
      await page.emulateMedia({ media: "print" });
      assert.ok((await sideways(page)) <= 0, "wider than the paper");
      const found = await page.evaluate(() => {
        const name = (element) => element.outerHTML.slice(0, 120);
        const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true });
        const all = (selector) => [...document.querySelectorAll(selector)];
        return {
          ways: all("nav:not(.part), input, select, button:not(.sort)").filter(shown).map(name),
          // A table that says what bars with numbers say is left out on purpose.
          folded: all("main details:not(.said-twice) > :not(summary)")
            .filter((element) => !element.closest(".said-twice") && !element.matches("input") && !shown(element))
            .map(name),
          // What sticks to what follows, at the end of a record, makes a whole list stick together: half a page stays empty.
          sticky: all(".item *, .facts *")
            .filter((element) => getComputedStyle(element).breakAfter === "avoid" && !element.matches("h2, h3, h4, summary, caption, thead"))
            .map(name),
        };
      });
      assert.deepEqual(found, { ways: [], folded: [], sticky: [] });
      await close();
    });
  }
});
