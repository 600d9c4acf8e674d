// The preview's own script; published pages never have it.
// The server says which site stands and what was found; this page follows without a click.
(() => {
  "use strict";
  const bar = document.getElementById("terbit-preview");
  if (!bar) return;
  const button = document.getElementById("terbit-findings");
  const scrollKey = "terbit-scroll " + location.pathname;
  let opener = null;
  let dismissed = "";

  const kept = sessionStorage.getItem(scrollKey);
  if (kept) {
    sessionStorage.removeItem(scrollKey);
    const [x, y] = kept.split(" ").map(Number);
    addEventListener("load", () => scrollTo({ left: x, top: y, behavior: "instant" }));
  }

  function reload() {
    sessionStorage.setItem(scrollKey, scrollX + " " + scrollY);
    location.reload();
  }

  // Only a page that really differs is loaded again.
  async function follow(state) {
    if (state.styles !== bar.dataset.styles) {
      bar.dataset.styles = state.styles;
      swapStyles(state.styles);
    }
    if (!state.stands || state.pages === bar.dataset.pages) return;
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (answer.headers.get("X-Terbit-Page") !== bar.dataset.page) return reload();
    bar.dataset.pages = state.pages;
  }

  function swapStyles(version) {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(old.href);
      if (address.origin !== location.origin || address.pathname.startsWith("/__terbit/")) continue;
      address.searchParams.set("v", version);
      const fresh = old.cloneNode();
      fresh.href = address.href;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => fresh.remove());
      old.after(fresh);
    }
  }

  function close() {
    const overlay = document.getElementById("terbit-overlay");
    if (!overlay) return;
    const had = overlay.contains(document.activeElement);
    overlay.remove();
    button.setAttribute("aria-expanded", "false");
    if (had && opener && opener.isConnected) opener.focus();
  }

  // The words of a terminal, in parts: what is wrong and what to do wrap as prose does, lines of the file do not.
  function words(text) {
    const parts = [];
    for (const line of text.split("\n")) {
      const note = line.match(/^ *= (.*)$/);
      const kind = parts.length === 0 ? "message" : note ? "note" : "lines";
      const last = parts.at(-1);
      if (kind === "lines" && last.kind === "lines") last.text += "\n" + line;
      // A place alone was said above; a frame without lines says nothing.
      else if (kind !== "lines" || line.trim()) parts.push({ kind, text: note ? note[1] : line });
    }
    return parts
      .map(({ kind, text }) => ({ kind, text: kind === "lines" ? text.replace(/^ *--> .*\n?/, "").replace(/^( *\|\n)+|(\n *\|?)+$/g, "") : text }))
      .filter(({ text }) => text.trim())
      .map(({ kind, text }) => {
        const part = document.createElement(kind === "lines" ? "pre" : "p");
        if (kind === "lines") part.tabIndex = 0;
        part.className = "terbit-" + kind;
        part.textContent = text;
        return part;
      });
  }

  function open(state, takeFocus) {
    close();
    opener = document.activeElement;
    const overlay = document.createElement("section");
    overlay.id = "terbit-overlay";
    overlay.lang = state.lang;
    overlay.tabIndex = -1;
    overlay.setAttribute("role", state.errors ? "alertdialog" : "dialog");
    overlay.setAttribute("aria-labelledby", "terbit-overlay-title");
    const title = document.createElement("h1");
    title.id = "terbit-overlay-title";
    title.textContent = state.title;
    const hide = document.createElement("button");
    hide.type = "button";
    hide.textContent = state.hide;
    hide.addEventListener("click", () => { dismissed = state.version; close(); });
    const lead = document.createElement("p");
    lead.textContent = state.lead;
    const list = document.createElement("ol");
    for (const finding of state.findings) {
      const item = document.createElement("li");
      item.className = finding.severity;
      if (finding.edit) {
        const link = document.createElement("a");
        link.href = finding.edit;
        link.textContent = finding.place;
        item.append(link);
      } else {
        const place = document.createElement("span");
        place.textContent = finding.place;
        item.append(place);
      }
      item.append(...words(finding.text));
      list.append(item);
    }
    overlay.append(title, hide, lead, list);
    document.body.append(overlay);
    button.setAttribute("aria-expanded", "true");
    if (takeFocus) overlay.focus({ preventScroll: true });
  }

  let last = null;
  function show(state) {
    const before = last;
    last = state;
    button.hidden = !(state.errors || state.warnings || state.hints);
    button.textContent = state.title;
    button.className = state.errors ? "error" : "warning";
    if (state.errors && dismissed !== state.version) open(state, !before || !before.errors);
    else if (before && before.errors) close();
  }

  button.addEventListener("click", () => {
    if (document.getElementById("terbit-overlay")) close();
    else if (last) open(last, true);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !document.getElementById("terbit-overlay")) return;
    if (last) dismissed = last.version;
    close();
  });

  const events = new EventSource("/__terbit/events");
  // A server that was started again counts from the beginning.
  events.addEventListener("open", () => { if (last) last = { ...last, version: "-1" }; });
  events.addEventListener("message", async (event) => {
    const news = JSON.parse(event.data);
    const state = await (await fetch("/__terbit/state", { cache: "no-store" })).json();
    // A later message brings a later state; the same again says only that all is checked.
    if (last && Number(state.version) <= Number(last.version)) return;
    show(state);
    await follow({ ...state, version: news.version });
    bar.dataset.seen = state.version;
  });
})();
