// The built site, served from plain files, and the pages that stand for their kinds.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
  ".ics": "text/calendar; charset=utf-8",
};

/** The folder that holds the built site. */
export const FOLDER = process.env.TERBIT_SITE;

/** Serves the folder on a free port of this machine; resolves to the address and a way to stop. */
export async function serve(folder = FOLDER) {
  const headers = await headersOf(folder);
  const server = createServer(async (request, response) => {
    // The page for missing addresses names the base path of the site, as it must.
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).replace(/^\/terbit\//, "/");
    let file = join(folder, normalize(path));
    try {
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      const bytes = await readFile(file);
      response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404, { ...headers, "content-type": "text/html; charset=utf-8" });
      response.end(await readFile(join(folder, "404.html")).catch(() => "404"));
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** What `_headers` says for every path, as a server that knows the file sends it. */
export async function headersOf(folder = FOLDER) {
  const lines = (await readFile(join(folder, "_headers"), "utf8")).split("\n").slice(1);
  return Object.fromEntries(lines.filter(Boolean).map((line) => line.trim().split(/: (.*)/s).slice(0, 2)));
}

/** One page of each kind: its address in each language. The real content has them all. */
export const KINDS = {
  home: ["/", "/en/"],
  regions: ["/wilayah/", "/en/regions/"],
  region: ["/wilayah/kota-malang/", "/en/regions/kota-malang/"],
  province: ["/wilayah/papua/", "/en/regions/papua/"],
  country: ["/wilayah/indonesia/", "/en/regions/indonesia/"],
  "year of a region": ["/wilayah/indonesia/2022/", "/en/regions/indonesia/2022/"],
  "region without activity": ["/wilayah/kabupaten-aceh-selatan/", "/en/regions/kabupaten-aceh-selatan/"],
  institution: ["/instansi/bappeda-kota-malang/", "/en/institutions/bappeda-kota-malang/"],
  program: ["/program/magang-asn-lan/", "/en/programs/magang-asn-lan/"],
  topic: ["/topik/pelayanan-publik/", "/en/topics/pelayanan-publik/"],
  source: ["/sumber/s001/", "/en/sources/s001/"],
  cohort: ["/angkatan/c-lan-papua-2022/", "/en/cohorts/c-lan-papua-2022/"],
  placement: ["/penempatan/p-001/", "/en/placements/p-001/"],
  visit: ["/kunjungan/v-020/", "/en/visits/v-020/"],
  training: ["/pelatihan/t-009/", "/en/trainings/t-009/"],
  outcome: ["/hasil/o-001/", "/en/outcomes/o-001/"],
  correction: ["/ralat/catatan-antarsumber-2026-11/", "/en/corrections/catatan-antarsumber-2026-11/"],
  story: ["/cerita/lima-asn-papua/", "/en/stories/lima-asn-papua/"],
  year: ["/tahun/2022/", "/en/years/2022/"],
  "long list": ["/wilayah/indonesia/kunjungan/", "/en/regions/indonesia/visits/"],
  visits: ["/kunjungan/", "/en/visits/"],
  stories: ["/cerita/", "/en/stories/"],
  sources: ["/sumber/", "/en/sources/"],
  data: ["/data/", "/en/data/"],
  "standing page": ["/metode/", "/en/metode/"],
  glossary: ["/glosarium/", "/en/glosarium/"],
  search: ["/cari/", "/en/search/"],
  map: ["/wilayah/peta/", "/en/regions/map/"],
  outlines: ["/wilayah/peta/garis-batas/", "/en/regions/map/outlines/"],
  flows: ["/wilayah/arus/", "/en/regions/flows/"],
  "not found": ["/404.html", "/404.html"],
};

const paths = (lang) => Object.fromEntries(Object.entries(KINDS).map(([kind, both]) => [kind, both[lang]]));

/** The same, by language. */
export const PAGES = { id: paths(0), en: paths(1) };
