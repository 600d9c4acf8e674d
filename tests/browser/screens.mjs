// Pictures of every page kind for docs/screens/, small enough to be kept with the source.
//
//   cargo run --release -- build && cd tests/browser && npm ci
//   TERBIT_SITE=../../output node screens.mjs ../../docs/screens
//
// Chromium itself makes WebP of its screenshots, so nothing else is needed.

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch, open } from "./browser.mjs";
import { KINDS, serve } from "./site.mjs";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];
const QUALITY = 0.25;
/** Wide pictures are kept a little smaller. */
const WIDEST = 800;
/** Pages whose kind another picture shows already. */
const TWICE = ["country", "stories", "sources", "glossary", "training", "placement"];

const folder = process.argv[2];
if (!folder) throw new Error("usage: node screens.mjs FOLDER");
await mkdir(folder, { recursive: true });
for (const old of await readdir(folder)) if (old.endsWith(".webp")) await rm(join(folder, old));

const site = await serve();
const browser = await launch();
const press = await (await browser.newContext()).newPage();

/** A PNG as WebP. */
async function webp(png) {
  const made = await press.evaluate(async ([bytes, quality, widest]) => {
    const blob = await (await fetch(`data:image/png;base64,${bytes}`)).blob();
    const whole = await createImageBitmap(blob);
    const resizeWidth = Math.min(widest, whole.width);
    const picture = await createImageBitmap(whole, { resizeWidth, resizeQuality: "high" });
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d").drawImage(picture, 0, 0);
    const webp = await canvas.convertToBlob({ type: "image/webp", quality });
    return Array.from(new Uint8Array(await webp.arrayBuffer()));
  }, [png.toString("base64"), QUALITY, WIDEST]);
  return Buffer.from(made);
}

let total = 0;
for (const [kind, [path]] of Object.entries(KINDS).filter(([kind]) => !TWICE.includes(kind))) {
  for (const viewport of SIZES) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(browser, site.origin, path, { viewport, colorScheme });
      await page.evaluate(() => document.fonts.ready);
      const picture = await webp(await page.screenshot());
      await writeFile(join(folder, `${kind.replaceAll(" ", "-")}-${viewport.width}-${colorScheme}.webp`), picture);
      total += picture.length;
      await close();
    }
  }
}
console.log(`${(total / 1e6).toFixed(2)} MB in ${folder}`);
await browser.close();
site.stop();
