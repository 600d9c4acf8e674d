// What a phone has to load, page kind by page kind, as a server with gzip sends it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { KINDS } from "./site.mjs";
import { atStand } from "./stand.mjs";

/** Kilobytes of a thousand bytes. */
const PAGE = 60;
const SCRIPT = 25;
const FIRST_VIEW = 150;
const COMPRESSED = /^(image\/(png|jpeg|webp|avif)|font\/)/;

const stand = atStand();

/** Kilobytes by kind of what was loaded. */
async function weigh(responses) {
  const weights = { page: 0, script: 0, all: 0 };
  for (const response of responses) {
    const body = await response.body();
    const type = response.headers()["content-type"] ?? "";
    const weight = (COMPRESSED.test(type) ? body.length : gzipSync(body).length) / 1000;
    weights.all += weight;
    if (/^text\/(html|css)/.test(type)) weights.page += weight;
    if (type.startsWith("text/javascript")) weights.script += weight;
  }
  return weights;
}

describe("what a phone loads", { concurrency: 2 }, () => {
  for (const [kind, [path]] of Object.entries(KINDS)) {
    test(`${kind} is light`, async () => {
      const responses = [];
      const { page, close } = await stand.open(path, {
        viewport: { width: 390, height: 844 },
        response: (response) => responses.push(response),
      });
      await page.waitForLoadState("networkidle");
      const { page: html, script, all } = await weigh(responses);
      assert.ok(html <= PAGE, `HTML and CSS: ${html.toFixed(1)} KB of ${PAGE}`);
      assert.ok(script <= SCRIPT, `scripts: ${script.toFixed(1)} KB of ${SCRIPT}`);
      assert.ok(all <= FIRST_VIEW, `first view: ${all.toFixed(1)} KB of ${FIRST_VIEW}`);
      await close();
    });
  }
});
