// The search: what people ask finds what they mean, moves few bytes, and works by keyboard, by ear and by address.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { openIndex, questions } from "./search-index.mjs";
import { FOLDER } from "./site.mjs";
import { atStand, shown, sideways, violations } from "./stand.mjs";

const DATA = join(import.meta.dirname, "../search");
const PAGES = { id: "/cari/", en: "/en/search/" };
/** What the first question may move, the script of the page included. */
const FIRST_QUESTION = 60 * 1024;

const stand = atStand();

for (const lang of ["id", "en"]) {
  test(`48 of 50 questions find what they mean among the first three (${lang})`, async () => {
    const all = await questions(join(DATA, `queries.${lang}.csv`));
    assert.equal(all.length, 50);
    for (const unfinished of [false, true]) {
      const missed = [];
      for (const { query, first } of all) {
        const { index, moved } = await openIndex(FOLDER, lang);
        const { hits } = await index.find(query, unfinished);
        const best = await Promise.all(hits.slice(0, 3).map((number) => index.record(number)));
        const isMeant = ([, href]) => first.some((address) => (address.startsWith("#") ? href.endsWith(address) : href === address));
        if (!best.some(isMeant)) missed.push(`${query}: ${best.map(([, href]) => href).join(" ")}`);
        assert.ok(moved() <= FIRST_QUESTION, `"${query}" moves ${moved()} bytes`);
      }
      assert.ok(missed.length <= 2, missed.join("\n"));
    }
  });
}

test("the script folds and stems words as the index was made", async () => {
  const { fold, stemmer } = await import(pathToFileURL(join(FOLDER, "assets/search.js")));
  const stems = {};
  for (const lang of ["id", "en"]) stems[lang] = stemmer((await openIndex(FOLDER, lang)).index.head);
  const lines = (await readFile(join(DATA, "words.csv"), "utf8")).trim().split("\n").slice(1);
  assert.ok(lines.length > 40);
  for (const line of lines) {
    const [lang, word, folded, stem] = line.split(",");
    assert.deepEqual([fold(word), stems[lang](folded)], [[folded], stem], word);
  }
});

test("words with one root find each other", async () => {
  const { index } = await openIndex(FOLDER, "id");
  const found = async (word) => (await index.find(word)).hits.toSorted((one, other) => one - other);
  const [first, ...others] = await Promise.all(["penempatan", "ditempatkan", "menempatkan"].map(found));
  assert.ok(first.length >= 36, "every placement");
  for (const other of others) assert.deepEqual(other, first);
});

test("a word that too many records have keeps none away", async () => {
  const { Index } = await import(pathToFileURL(join(FOLDER, "assets/search.js")));
  // Record 7 is Todana at the Health Office; the lists of "health" (0) and "office" (0 to 3) end before it.
  const files = {
    "words-0.json": { health: 0, office: 1, other: 2, todana: 3 },
    "stems-0.json": [["A", "", "", "", "", 900], ["BC", "", "", "", "", 900], ["E"], ["O"]],
    "records-0.json": Array.from({ length: 10 }, (_, number) => [number === 7 ? "Todana, Health Office" : `Office ${number}`, `${number}/`, ""]),
  };
  const head = { total: 10, together: 24, kinds: [["visit", "Visits", 0]], words: ["health"], endings: ["other"], stems: [0], stop: [], suffixes: "", prefixes: "" };
  const index = new Index(head, async (name) => files[name] ?? {});
  const { hits, atLeast } = await index.find("todana health office");
  assert.equal(hits[0], 7, hits.join(" "));
  assert.ok(atLeast);
  assert.deepEqual((await index.find("todana other")).hits.toSorted(), [2, 7], "what was wholly counted is not guessed");
});

test("every file of the index is small, also where nothing compresses it", async () => {
  const { index, files } = await openIndex(FOLDER, "id");
  const { head } = index;
  const names = [
    ...head.words.map((_, file) => `words-${file}`),
    ...head.endings.map((_, file) => `endings-${file}`),
    ...head.stems.map((_, file) => `stems-${file}`),
    ...Array.from({ length: Math.ceil(head.total / head.together) }, (_, file) => `records-${file}`),
  ];
  for (const name of names) await index.load(`${name}.json`);
  assert.ok([...files.values()].every((size) => size < 8 * 1024));
  // All records are there, each of a kind, and each leads to a page of the site.
  for (let number = 0; number < head.total; number += 1) {
    const [title, href] = await index.record(number);
    assert.ok(title && index.kind(number), `record ${number}`);
    const html = await readFile(join(FOLDER, href.split("#")[0], "index.html"), "utf8");
    const anchor = href.split("#")[1];
    if (anchor) assert.ok(html.includes(`id="${anchor}"`), href);
  }
});

const says = (page) => page.locator("#search_results [role=status]").innerText();

async function asked(page, question) {
  await page.keyboard.type(question);
  await page.waitForFunction((question) => document.querySelector("#search_results [role=status]").textContent.includes(`“${question}”`), question);
}

for (const [lang, path] of Object.entries(PAGES)) {
  test(`by keyboard alone, announced, with an address to share (${lang})`, async () => {
    const { page, said, outside, close } = await stand.open(path, { viewport: { width: 390, height: 800 } });
    await page.locator("#q").focus();
    await asked(page, "kota malang");
    assert.match(await says(page), /\d/);
    assert.equal(new URL(page.url()).searchParams.get("q"), "kota malang");
    assert.equal(await page.locator("#directory").isVisible(), false);
    // From the field over the button to the first result.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const reached = await page.evaluate(() => document.activeElement.getAttribute("href"));
    assert.match(reached, /kota-malang\/$/);
    const more = page.locator("button.more").first();
    await more.focus();
    const before = await page.locator("#search_results .items a").count();
    await page.keyboard.press("Enter");
    await page.waitForFunction((before) => document.querySelectorAll("#search_results .items a").length > before, before);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "A", "the focus is on the first of what was added");

    await page.goto(`${stand.origin}${path}?q=35.73`);
    await page.locator("#search_results .items a").first().waitFor();
    assert.match(await page.locator("#search_results .items a").first().getAttribute("href"), /kota-malang\/$/);
    assert.equal(await page.inputValue("#q"), "35.73");
    await page.locator("#q").fill("qqxyz");
    await page.waitForFunction(() => document.querySelector("#search_results [role=status]").textContent.includes("“qqxyz”"));
    assert.equal(await page.locator("#directory").isVisible(), true, "nothing found: the list is there");
    await page.locator("#q").fill("");
    await page.waitForFunction(() => document.getElementById("search_results").hidden);

    await page.locator("#q").fill("bappeda");
    await page.keyboard.press("Enter");
    await page.locator("#search_results .items a").first().click();
    await page.goBack();
    await page.locator("#search_results .items a").first().waitFor();
    assert.equal(await page.inputValue("#q"), "bappeda");
    assert.deepEqual(said, []);
    assert.deepEqual(outside, []);
    await close();
  });

  test(`accessible with results, without, and before a question (${lang})`, async () => {
    const looks = [
      { width: 320, height: 640, colorScheme: "light", forcedColors: "none" },
      { width: 320, height: 640, colorScheme: "light", forcedColors: "active" },
      { width: 1280, height: 800, colorScheme: "dark", forcedColors: "none" },
    ];
    for (const question of ["", "?q=papua+2022", "?q=qqxyz", "?q=malng"]) {
      const { page, said, close } = await stand.open(path + question, { viewport: { width: 320, height: 640 } });
      if (question) await page.waitForFunction(() => document.querySelector("#search_results [role=status]").textContent.includes("“"));
      let before;
      for (const { width, height, ...look } of looks) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia(look);
        const now = await shown(page);
        const here = `${question} at ${width} px, ${look.colorScheme}, ${look.forcedColors}`;
        assert.deepEqual(await violations(page, { looks: now === before }), [], here);
        assert.ok((await sideways(page)) <= 0, `${here}: scrolls sideways`);
        before = now;
      }
      assert.deepEqual(said, []);
      await close();
    }
  });

  test(`without script it is an A–Z of everything, regions first (${lang})`, async () => {
    const { page, close } = await stand.open(path, { javaScriptEnabled: false });
    const { index } = await openIndex(FOLDER, lang);
    const links = await page.locator("#directory .a-z a").evaluateAll((all) => all.map((link) => link.href));
    const root = `${stand.origin}/`;
    const found = new Set(links.map((href) => href.slice(root.length)));
    for (let number = 0; number < index.head.total; number += 1) {
      const [title, href] = await index.record(number);
      assert.ok(found.has(href), `${title} ${href} is not in the list`);
    }
    assert.equal(found.size, index.head.total);
    assert.match(await page.locator("#directory section").first().getAttribute("id"), /regions/);
    // From the header of any page the form leads here.
    await page.goto(`${stand.origin}${lang === "id" ? "/" : "/en/"}`);
    await page.locator("form.find-any button").click();
    assert.equal(new URL(page.url()).pathname, path);
    const html = await readFile(join(FOLDER, path, "index.html"));
    assert.ok(gzipSync(html).length <= FIRST_QUESTION);
    await close();
  });
}
