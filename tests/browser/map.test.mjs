// Shades of maps lie side by side: at least two pixels of paper part them, in every look and at every size.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atStand } from "./stand.mjs";

const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none", media: "screen" },
  { name: "dark", colorScheme: "dark", forcedColors: "none", media: "screen" },
  { name: "print", colorScheme: "light", forcedColors: "none", media: "print" },
  { name: "forced colours", colorScheme: "light", forcedColors: "active", media: "screen" },
];
const PAGES = ["/", "/wilayah/peta/", "/wilayah/peta/garis-batas/", "/wilayah/arus/"];
const SHAPES = ".tile-map rect, .mini path, .outlines path, .matrix rect";
// Two fills alone, far apart: no line is needed between them.
const STAMP = ".with-map .mini path";

const stand = atStand();

/** The separators of the shapes: their colours, the thinnest, whether any is scaled; and the paper they lie on. */
function separators(selector) {
  const shapes = [...document.querySelectorAll(selector)].map((shape) => getComputedStyle(shape));
  return {
    shapes: shapes.length,
    colours: [...new Set(shapes.map((style) => style.stroke))],
    thinnest: Math.min(...shapes.map((style) => parseFloat(style.strokeWidth))),
    scaled: shapes.some((style) => style.vectorEffect !== "non-scaling-stroke"),
    paper: getComputedStyle(document.body).backgroundColor,
  };
}

for (const path of PAGES) {
  test(`two pixels of paper around every shade of ${path}`, async () => {
    for (const viewport of [{ width: 320, height: 640 }, { width: 1280, height: 800 }]) {
      const { page, close } = await stand.open(path, { viewport });
      for (const { name, ...look } of LOOKS) {
        await page.emulateMedia(look);
        const found = await page.evaluate(separators, SHAPES);
        const here = `${viewport.width} px, ${name}`;
        assert.ok(found.shapes > 0, `${here}: nothing is drawn`);
        assert.deepEqual(found.colours, [found.paper], `${here}: the colour of separators`);
        assert.ok(found.thinnest >= 2, `${here}: ${found.thinnest} px`);
        assert.equal(found.scaled, false, `${here}: separators shrink with the drawing`);
      }
      await close();
    }
  });
}

/** The colours of shapes as they are seen on the paper: red, green, blue. */
function seen(selector) {
  const numbers = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const paper = numbers(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll(selector)].map((shape) => {
    const style = getComputedStyle(shape);
    return numbers(style.fill).map((value, at) => value * style.fillOpacity + paper[at] * (1 - style.fillOpacity));
  });
}

/** The contrast of two colours after WCAG 2. */
function contrast(one, two) {
  const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([red, green, blue]) => 0.2126 * light(red / 255) + 0.7152 * light(green / 255) + 0.0722 * light(blue / 255);
  const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test("the map that tells where a region lies has two fills, 3:1 apart", async () => {
  const { page, close } = await stand.open("/wilayah/kota-malang/", { viewport: { width: 390, height: 800 } });
  for (const { name, ...look } of LOOKS) {
    await page.emulateMedia(look);
    const fills = await page.evaluate(seen, STAMP);
    assert.equal(fills.length, 2, name);
    assert.ok(contrast(...fills) >= 3, `${name}: ${contrast(...fills)}`);
  }
  await close();
});
