// The index of a built site as the script of the search page reads it, without a browser, and what reading it moves.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pathToFileURL } from "node:url";

/** Opens the index of `lang`; `moved()` is the sum of the bytes read so far, each file compressed once. */
export async function openIndex(site, lang) {
  const script = join(site, "assets/search.js");
  const { Index } = await import(pathToFileURL(script));
  const sizes = new Map();
  const files = new Map();
  const read = async (path) => {
    const bytes = await readFile(path);
    sizes.set(path, gzipSync(bytes).length);
    return bytes;
  };
  const load = (name) => {
    if (!files.has(name)) files.set(name, read(join(site, "search", lang, name)).then(JSON.parse));
    return files.get(name);
  };
  await read(script);
  const index = new Index(await load("index.json"), load);
  return { index, moved: () => [...sizes.values()].reduce((sum, size) => sum + size, 0), files: sizes };
}

/** The questions of a file, each with the addresses that may be its first hit. */
export async function questions(path) {
  const [, ...lines] = (await readFile(path, "utf8")).trim().split("\n");
  return lines.map((line) => {
    const [query, first] = line.split(",");
    return { query, first: first.split(" ") };
  });
}
