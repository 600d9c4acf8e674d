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
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = join(folder, normalize(path));
    try {
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      const bytes = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
      response.end(await readFile(join(folder, "404.html")).catch(() => "404"));
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** One page of each kind, by language. The real content has them all. */
export const PAGES = {
  id: {
    home: "/",
    regions: "/wilayah/",
    region: "/wilayah/kota-malang/",
    province: "/wilayah/papua/",
    "region without activity": "/wilayah/kabupaten-aceh-selatan/",
    institution: "/instansi/bappeda-kota-malang/",
    program: "/program/magang-asn-lan/",
    topic: "/topik/pelayanan-publik/",
    source: "/sumber/s001/",
    cohort: "/angkatan/c-lan-papua-2022/",
    placement: "/penempatan/p-001/",
    visit: "/kunjungan/v-020/",
    training: "/pelatihan/t-009/",
    outcome: "/hasil/o-001/",
    story: "/cerita/lima-asn-papua/",
    year: "/tahun/2022/",
    visits: "/kunjungan/",
    sources: "/sumber/",
    data: "/data/",
    "standing page": "/metode/",
    glossary: "/glosarium/",
  },
  en: {
    home: "/en/",
    regions: "/en/regions/",
    region: "/en/regions/kota-malang/",
    cohort: "/en/cohorts/c-lan-papua-2022/",
    visit: "/en/visits/v-020/",
    story: "/en/stories/lima-asn-papua/",
    outcome: "/en/outcomes/o-001/",
    data: "/en/data/",
    "standing page": "/en/metode/",
  },
};
