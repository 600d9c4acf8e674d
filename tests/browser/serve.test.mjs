// The preview in a real browser: what is saved shows in the open page, and what is wrong shows over it.
// Nothing sleeps: every step waits for what the page becomes.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { sideways, violations } from "./stand.mjs";

const { TERBIT_BINARY: binary, TERBIT_ROOT: root } = process.env;
const STORY = "content/stories/2022/lima-asn-papua.md";

let folder;
let server;
let origin;
let browser;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "terbit serve "));
  await cp(join(root, "content"), join(folder, "content"), { recursive: true });
  await cp(join(root, "themes"), join(folder, "themes"), { recursive: true });
  server = spawn(binary, ["serve", "--root", folder, "--port", "0", "--lang", "en", "--base-url", "https://example.go.id/magang/"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  origin = await new Promise((done, fail) => {
    createInterface({ input: server.stderr }).on("line", (line) => {
      const found = line.match(/preview at (http:[^ ]*[0-9])\//);
      if (found) done(`${found[1]}/magang`);
    });
    server.on("exit", fail);
  });
  browser = await launch();
  assert.ok(browser, "no Chromium found");
});
after(async () => {
  await browser?.close();
  server?.kill();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const change = async (path, edit) => {
  const before = await readFile(join(folder, path), "utf8");
  const text = edit(before);
  assert.notEqual(text, before, `${path} was to change`);
  await writeFile(join(folder, path), text);
  return before;
};

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 700 }, ...options });
  const page = await context.newPage();
  await page.goto(origin + path, { waitUntil: "load" });
  await page.waitForFunction(() => document.getElementById("terbit-preview").dataset.seen);
  return page;
}

const shows = (page, text) => page.waitForFunction((text) => document.body.innerText.includes(text), text);

test("a narrative, a record, a template, a word: each shows in the open page, scrolled as it was", async () => {
  const page = await open("/cerita/lima-asn-papua/");
  await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
  await change(STORY, (text) => `${text}\nKalimat yang baru saja ditulis.\n`);
  await shows(page, "Kalimat yang baru saja ditulis.");
  await page.waitForFunction(() => Math.abs(scrollY - 400) < 5);

  const cohort = await open("/program/");
  await change("content/programs.yaml", (text) => text.replace("id: Magang ASN LAN", "id: Program yang baru dinamai"));
  await shows(cohort, "Program yang baru dinamai");

  await change("themes/warta/templates/base.html", (text) => text.replace("<footer", "<p>Kalimat dari templat.</p>\n<footer"));
  await shows(page, "Kalimat dari templat.");

  await change("themes/warta/messages/id.yaml", (text) => text.replace(/^generated_by: .*$/m, "generated_by: Disusun rapi dengan"));
  await shows(page, "Disusun rapi dengan");
  await page.context().close();
  await cohort.context().close();
});

test("a style sheet is swapped without loading the page again", async () => {
  const page = await open("/cerita/lima-asn-papua/");
  await page.evaluate(() => { globalThis.stillThere = true; });
  const sheets = await page.evaluate(() => [...document.querySelectorAll('link[rel="stylesheet"]')].map((link) => new URL(link.href).pathname));
  const sheet = sheets.find((path) => path.startsWith("/magang/assets/"));
  await change(`themes/warta/${sheet.slice("/magang/".length)}`, (text) => `${text}\nh1 { letter-spacing: 7px }\n`);
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px");
  assert.equal(await page.evaluate(() => globalThis.stillThere), true);
  await page.context().close();
});

test("a broken record lies over the page with its place, and goes away when mended", async () => {
  const page = await open("/");
  const before = await change("content/topics.yaml", (text) => text.replace("name:", "nama:"));
  const overlay = page.getByRole("alertdialog");
  await overlay.waitFor();
  const link = overlay.getByRole("link", { name: /^content\/topics\.yaml:\d+:\d+$/ }).first();
  assert.match(await link.getAttribute("href"), /^vscode:\/\/file\/.*content\/topics\.yaml:\d+:\d+$/);
  assert.match(await overlay.innerText(), /error\[F00[12]\]/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "terbit-overlay", "it is read out");
  assert.deepEqual(await violations(page, { within: "#terbit-overlay" }), []);
  await page.keyboard.press("Escape");
  await overlay.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /errors?/ }).click();
  await overlay.waitFor();
  await writeFile(join(folder, "content/topics.yaml"), before);
  await overlay.waitFor({ state: "detached" });
  await page.context().close();
});

test("every page says what it is made of, in light and dark, and reads well with the bar", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open("/wilayah/kota-malang/", { colorScheme, viewport: { width: 320, height: 640 } });
    const source = page.locator("#terbit-preview a").first();
    assert.match(await source.innerText(), /^content\/regions.*:\d+$/);
    assert.equal(await page.getAttribute('meta[name="robots"]', "content"), "noindex");
    assert.ok((await sideways(page)) <= 0, "scrolls sideways");
    assert.deepEqual(await violations(page, { within: "#terbit-preview" }), []);
    if (process.env.TERBIT_PICTURES) {
      await mkdir(process.env.TERBIT_PICTURES, { recursive: true });
      await page.screenshot({ path: join(process.env.TERBIT_PICTURES, `serve-${colorScheme}.png`) });
    }
    await page.context().close();
  }
});
