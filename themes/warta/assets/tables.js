// Tables that are complete without this script can be sorted by each column and, where they are long, filtered.
//
// The heading of a column becomes a button with the same words; a third press gives the order of the page back. Numbers are
// read as the language of the page writes them, dates from <time>, values from <data>. What has no value stays at the end.
// The words for the field are attributes of the script's own element, so that they come from the theme.

(() => {
  const LONG = 5;
  const VERY_LONG = 12;
  const words = document.currentScript.dataset;
  const lang = document.documentElement.lang;
  const collator = new Intl.Collator(lang, { numeric: true, sensitivity: "base" });
  const signs = Object.fromEntries(new Intl.NumberFormat(lang).formatToParts(12345.6).map(({ type, value }) => [type, value]));

  /** The first number of a text; NaN where there is none. */
  function numberIn(text) {
    const found = text.match(/[-−]?[0-9][0-9.,\u00a0\u202f]*/);
    if (!found) return NaN;
    const plain = found[0].replaceAll(signs.group ?? ",", "").replace(signs.decimal ?? ".", ".").replace("−", "-");
    return parseFloat(plain);
  }

  /** What a cell is sorted by: a number, a text, or nothing. */
  function valueOf(cell, numeric) {
    const data = cell.querySelector("data[value]");
    const time = cell.querySelector("time[datetime]");
    if (data) return Number(data.value);
    if (time) return time.dateTime;
    const text = cell.textContent.trim();
    if (numeric) return numberIn(text);
    return text === "" || text === "–" ? undefined : text;
  }

  function compare(one, other) {
    const missing = (value) => value === undefined || Number.isNaN(value);
    if (missing(one) || missing(other)) return { fixed: missing(one) - missing(other) };
    return { by: typeof one === "number" ? one - other : collator.compare(one, String(other)) };
  }

  function makeSortable(table, body) {
    const heads = [...table.tHead.rows[0].cells];
    const original = [...body.rows];
    const sort = (column, direction) => {
      const numeric = heads[column].classList.contains("n") || original.every((row) => /^[^\p{L}]*[0-9]/u.test(row.cells[column].textContent.trim()));
      const values = new Map(original.map((row) => [row, valueOf(row.cells[column], numeric)]));
      const sorted = original.toSorted((one, other) => {
        const { fixed, by } = compare(values.get(one), values.get(other));
        return fixed ?? by * direction;
      });
      body.append(...(direction === 0 ? original : sorted));
    };
    heads.forEach((head, column) => {
      const text = head.textContent.trim();
      if (!text || head.querySelector("a, button")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")] ?? "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        if (next !== "none") head.setAttribute("aria-sort", next);
        sort(column, { ascending: 1, descending: -1, none: 0 }[next]);
      });
    });
  }

  function makeFilterable(table, body) {
    const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const rows = [...body.rows].map((row) => [row, fold(row.textContent)]);
    const field = document.createElement("input");
    field.type = "search";
    field.className = "filter";
    field.placeholder = words.filter;
    field.setAttribute("aria-label", `${words.filter}: ${table.caption?.textContent.trim() ?? ""}`);
    // Inline, so that the words of the page stay as they are.
    const says = document.createElement("span");
    says.className = "vh";
    says.setAttribute("role", "status");
    field.addEventListener("input", () => {
      const asked = fold(field.value.trim());
      let left = 0;
      for (const [row, text] of rows) {
        row.hidden = !text.includes(asked);
        if (!row.hidden) left += 1;
      }
      says.textContent = asked ? words.left.replace("{n}", new Intl.NumberFormat(lang).format(left)) : "";
    });
    const box = table.closest(".scroll") ?? table;
    box.before(field, says);
  }

  for (const table of document.querySelectorAll("main table")) {
    const [body, ...more] = table.tBodies;
    const isPlain = table.tHead?.rows.length === 1 && more.length === 0 && !table.querySelector("[rowspan], [colspan]");
    const width = isPlain ? table.tHead.rows[0].cells.length : 0;
    if (!isPlain || body.rows.length < LONG || [...body.rows].some((row) => row.cells.length !== width)) continue;
    makeSortable(table, body);
    if (body.rows.length >= VERY_LONG) makeFilterable(table, body);
  }
})();
