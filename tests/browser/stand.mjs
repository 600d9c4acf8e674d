// The served site and one browser, for all tests of a file: there before the first, gone after the last.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { launch, open } from "./browser.mjs";
import { serve } from "./site.mjs";

/** Call it at the top of a file: `const stand = atStand();`. Inside tests it has `origin` and `open(path, options)`. */
export function atStand() {
  const stand = { open: (path, options) => open(stand.browser, stand.origin, path, options) };
  let site;
  before(async () => {
    site = await serve();
    stand.origin = site.origin;
    stand.browser = await launch();
    assert.ok(stand.browser, "no Chromium found");
  });
  after(async () => {
    await stand.browser?.close();
    site?.stop();
  });
  return stand;
}

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practices. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Rules that ask for colours and sizes. All others ask what there is, what it means, and whether it is shown. With
 * `TERBIT_AXE=all` every rule is asked in every look all the same; that takes twice as long. */
const OF_LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/**
 * What axe has against a page as it is shown now, or against one element of it. Only what is wrong is gathered;
 * every rule looks at everything. `more` are rules beside those of RULES; with `looks` only those of OF_LOOKS are asked.
 */
export async function violations(page, { within, more = [], looks = false } = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ({ within, rules, more, looks }) =>
      globalThis.axe.run(within ?? document, {
        runOnly: looks ? { type: "rule", values: looks } : { type: "tag", values: rules },
        rules: Object.fromEntries(more.map((id) => [id, { enabled: true }])),
        resultTypes: ["violations"],
      }),
    { within, rules: RULES, more, looks: looks && process.env.TERBIT_AXE !== "all" && OF_LOOKS },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
}

/** Which elements of a page are shown, each a sign: two looks that differ in colours alone have the same. */
export const shown = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .map((element) => (element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? "x" : "."))
      .join(""),
  );

/** By how many pixels a page scrolls sideways; it must not. */
export const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
