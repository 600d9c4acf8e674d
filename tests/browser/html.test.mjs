// The HTML of every page kind against a validator that we did not write.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { FOLDER, PAGES } from "./site.mjs";

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Taste of the validator, not of the standard.
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
    "void-style": "off",
    "doctype-style": "off",
  },
});

for (const [lang, pages] of Object.entries(PAGES)) {
  for (const [kind, path] of Object.entries(pages)) {
    test(`${kind} (${lang}) is valid HTML`, async () => {
      const html = await readFile(join(FOLDER, path.endsWith("/") ? `${path}index.html` : path), "utf8");
      const report = await validator.validateString(html);
      const found = report.results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`));
      assert.deepEqual(found, []);
    });
  }
}
