// Tables: sorted and filtered where there is script, with the words of the page untouched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PAGES } from "./site.mjs";
import { atStand } from "./stand.mjs";

const stand = atStand();

test("a column is sorted by press, back again, and says so", async () => {
  const { page, said, close } = await stand.open(PAGES.id.data, { viewport: { width: 1280, height: 900 } });
  const table = page.locator("main table:has(button.sort)").first();
  const column = (number) => table.locator(`tbody tr > :nth-child(${number})`).allInnerTexts();
  const numbers = async () => (await column(2)).map((text) => Number(text.replace(/\./g, "").match(/\d+/)?.[0]));
  const original = await column(1);
  const press = async (state) => {
    await table.locator("button.sort").nth(1).focus();
    await page.keyboard.press("Enter");
    assert.equal(await table.locator("thead th").nth(1).getAttribute("aria-sort"), state);
  };
  await press("ascending");
  const ascending = await numbers();
  assert.deepEqual(ascending, ascending.toSorted((one, other) => one - other));
  await press("descending");
  assert.deepEqual(await numbers(), ascending.toReversed());
  await press(null);
  assert.deepEqual(await column(1), original);
  assert.deepEqual(said, []);
  await close();
});

test("a long table is filtered, and says how many rows are left", async () => {
  const { page, close } = await stand.open(PAGES.id.country, { viewport: { width: 1280, height: 900 } });
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
  const field = page.locator("input.filter").first();
  const shown = () => page.locator("main table:has(button.sort) tbody tr:visible").count();
  const all = await shown();
  await field.fill("angkatan");
  const left = await shown();
  assert.ok(left > 0 && left < all, `${left} of ${all}`);
  assert.match(await page.locator("input.filter + [role=status]").first().innerText(), /\d/);
  await field.fill("");
  assert.equal(await shown(), all);
  await close();
});

test("on a phone the caption of a wide table ends where the screen does", async () => {
  const { page, close } = await stand.open(PAGES.id.country, { viewport: { width: 320, height: 700 } });
  const edges = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
    const wide = [...document.querySelectorAll(".scroll table")].filter((table) => table.scrollWidth > innerWidth);
    return wide.flatMap((table) => [...table.querySelectorAll("caption")]).map((caption) => caption.getBoundingClientRect().right);
  });
  assert.ok(edges.length > 0, "a table wider than the screen");
  assert.ok(edges.every((edge) => edge <= 320), edges.join(" "));
  await close();
});
