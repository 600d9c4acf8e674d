// Chromium, started once a file, closed to the outside.

import { chromium } from "playwright-core";

const PATHS = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Starts the browser, with more arguments where a test needs them; `undefined` where there is none. */
export async function launch(...more) {
  for (const executablePath of PATHS.filter(Boolean)) {
    try {
      return await chromium.launch({
        executablePath,
        args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more],
      });
    } catch {
      // Try the next place.
    }
  }
  return undefined;
}

/**
 * Opens a page that remembers what it says and whom it asks. `first` runs in the page before anything else,
 * `response` is told of everything that arrives.
 */
export async function open(browser, origin, path, { first, response, ...options } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (first) await page.addInitScript(first);
  if (response) page.on("response", response);
  const said = [];
  const outside = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) outside.push(request.url());
  });
  await page.goto(origin + path, { waitUntil: "load" });
  return { page, said, outside, close: () => context.close() };
}
