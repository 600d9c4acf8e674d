// The search of a site of plain files: looks words up in the small files of search/<lang>/, ranks the records that
// have them, and shows the results by kind. Without this script the page is an A–Z of everything.
//
// What people type is folded and stemmed here exactly as the index was made (src/text/search/ in Terbit; both are tried
// on one list of words). Nothing is evaluated, nothing asked of others; results are built of text nodes only.

const WHOLE = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ" };

/** The words of a text: lower case, without marks, apostrophes and the signs inside numbers. */
export function fold(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\p{M}/gu, "")
    .replace(/[łøđðıßæœþς]/g, (letter) => WHOLE[letter])
    .replace(/['’ʼ‘]/g, "")
    .replace(/([0-9])[.,](?=[0-9])/g, "$1");
  return plain.match(/[\p{Alphabetic}\p{N}]+/gu) ?? [];
}

// Rules for affixes: rounds separated by `;`, rules by blanks; `affix`, `+` next to a vowel, `@a,b` only with one of these at
// the other end of the word, `>text` what takes its place.
const SHORTEST = 4;
const isVowel = (letter) => letter !== undefined && "aeiou".includes(letter);
const rounds = (text) => text.split(";").map((round) => round.split(/\s+/).filter(Boolean).map((rule) => {
  const [left, becomes = ""] = rule.split(">");
  const [affix, other] = left.split("@");
  const bare = affix.replace(/\+$/, "");
  return { affix: bare, beside: bare !== affix, only: other?.split(","), becomes };
}));

/** Makes the function that brings a folded word to its stem. */
export function stemmer({ suffixes, prefixes }) {
  const ends = rounds(suffixes);
  const starts = rounds(prefixes);
  const long = (word) => [...word].length >= SHORTEST;
  const shorten = (word, all, whole, cut) => {
    for (const rule of all) {
      const shorter = cut(word, rule, whole);
      if (shorter !== undefined && long(shorter)) return shorter;
    }
    return word;
  };
  const end = (word, { affix, beside, only, becomes }, whole) => {
    if (!word.endsWith(affix) || (only && !only.some((start) => whole.startsWith(start)))) return undefined;
    const rest = word.slice(0, word.length - affix.length);
    return beside && !isVowel(rest.at(-1)) ? undefined : rest + becomes;
  };
  const start = (word, { affix, beside, only, becomes }, whole) => {
    if (!word.startsWith(affix) || (only && !only.some((last) => whole.endsWith(last)))) return undefined;
    const rest = word.slice(affix.length);
    return beside && !isVowel(rest[0]) ? undefined : becomes + rest;
  };
  return (word) => {
    if ([...word].length <= SHORTEST || /\p{N}/u.test(word)) return word;
    let stem = word;
    for (const round of ends) stem = shorten(stem, round, word, end);
    for (const round of starts) stem = shorten(stem, round, word, start);
    return stem;
  };
}

// A sorted list of numbers from its text: steps between runs, doubled, plus one before the length of a longer run.
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS = Object.fromEntries([...SIGNS].map((sign, bits) => [sign, bits]));

/** Calls `each` with every number of a list. */
export function decode(text, each) {
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const bits = BITS[text[at++]];
      value |= (bits & 31) << shift;
      if (bits < 32) return value;
    }
  };
  let number = 0;
  while (at < text.length) {
    const step = next();
    const length = step & 1 ? next() + 2 : 1;
    number += step >> 1;
    for (const end = number + length; number < end; number += 1) each(number);
  }
}

/** Whether two words differ by one letter: another, one more, one less, or two neighbours exchanged. */
export function isNear(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const same = (a, b) => one.slice(at + a) === other.slice(at + b);
  return same(1, 1) || same(0, 1) || same(1, 0) || (one[at] === other[at + 1] && one[at + 1] === other[at] && same(2, 2));
}

const backwards = (word) => [...word].reverse().join("");

/** The last of sorted `firsts` that is not after `value`: the file that holds it. */
function fileOf(firsts, value, key = (first) => first) {
  let low = 0;
  let high = firsts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (key(firsts[middle]) <= value) low = middle;
    else high = middle;
  }
  return low;
}

// How much a word counts: in a short name, a longer one, a long one, around the record, in its prose.
const LEVELS = [12, 8, 5, 2.5, 1];
// What people look for most, where words alone do not decide.
const KINDS = { region: 1.5, institution: 1.25, topic: 1.3, program: 1.1, cohort: 1.1, story: 1.1, page: 1.1, placement: 0.9, visit: 0.95, training: 0.95, outcome: 0.8, statement: 0.9, correction: 0.6, source: 0.5 };
/** So many of the best are looked at a second time, with their names. */
const CLOSELY = 12;
const MOST_WORDS = 10;

/** The index of one language. `load(name)` resolves to the parsed file of that name. */
export class Index {
  constructor(head, load) {
    this.head = head;
    this.load = load;
    this.stem = stemmer(head);
    this.stop = new Set(head.stop);
  }

  /** The kind of a record. */
  kind(number) {
    return this.head.kinds.findLast(([, , first]) => first <= number);
  }

  /** What a result shows: name, address, context, language. */
  async record(number) {
    const { together } = this.head;
    return (await this.load(`records-${Math.floor(number / together)}.json`))[number % together];
  }

  /** The number of the stem of a word. `bare`: also of what is a stem and no word. */
  async stemOf(word, bare = false) {
    const file = await this.load(`words-${fileOf(this.head.words, word)}.json`);
    const stem = Object.hasOwn(file, word) ? file[word] : undefined;
    return stem < 0 ? (bare ? -stem - 1 : undefined) : stem;
  }

  async entries(name, first, last, fits) {
    const files = [];
    for (let file = first; file <= Math.min(last, first + 3); file += 1) files.push(this.load(`${name}-${file}.json`));
    return (await Promise.all(files)).flatMap((file) => Object.entries(file)).filter(([word, stem]) => stem >= 0 && fits(word));
  }

  /** Words that begin with `start`, with their stems. */
  beginning(start) {
    const { words } = this.head;
    return this.entries("words", fileOf(words, start), fileOf(words, `${start}\uffff`), (word) => word.startsWith(start));
  }

  /** Words that end with `end`. */
  ending(end) {
    const { endings } = this.head;
    const back = backwards(end);
    return this.entries("endings", fileOf(endings, back, backwards), fileOf(endings, `${back}\uffff`, backwards), (word) => word.endsWith(end));
  }

  /** Words that differ by one letter: either their beginning or their end is the same. */
  async near(word) {
    const kept = word.length > 6 ? 3 : 2;
    const found = await Promise.all([this.beginning(word.slice(0, kept)), this.ending(word.slice(-kept))]);
    return [...new Map(found.flat()).entries()].filter(([other]) => isNear(word, other));
  }

  /** The stems that a word of the question may mean, each with how sure that is, and the words that were not typed so. */
  async meanings(word, unfinished) {
    const stems = new Map();
    const add = (stem, sure) => stems.set(stem, Math.max(sure, stems.get(stem) ?? 0));
    const exact = await this.stemOf(word);
    if (exact !== undefined) add(exact, 1);
    else {
      const stem = this.stem(word);
      const known = await this.stemOf(stem, true);
      if (known !== undefined) add(known, 0.9);
    }
    const also = [];
    if (word.length > 1 && (unfinished || stems.size === 0)) {
      const known = stems.size > 0;
      const longer = (await this.beginning(word)).filter(([other]) => other !== word).sort(([one], [other]) => one.length - other.length);
      for (const [other, stem] of longer.slice(0, known ? 6 : 12)) add(stem, (known ? 0.35 : 0.8) * (word.length / other.length));
    }
    if (stems.size === 0 && word.length > 3 && !/\p{N}/u.test(word)) {
      for (const [other, stem] of await this.near(word)) {
        add(stem, other[0] === word[0] ? 0.7 : 0.6);
        also.push(other);
      }
    }
    return { stems, also };
  }

  /** The records of a stem: a list a level, how many there are in all, and whether the lists were cut. */
  async posting(stem) {
    const file = fileOf(this.head.stems, stem);
    const posting = (await this.load(`stems-${file}.json`))[stem - this.head.stems[file]];
    const lists = posting.slice(0, LEVELS.length).map((text) => {
      const list = [];
      decode(text, (number) => list.push(number));
      return list;
    });
    const leftOut = posting[LEVELS.length] ?? 0;
    return { lists, count: lists.reduce((sum, list) => sum + list.length, leftOut), cut: leftOut > 0 };
  }

  /**
   * Every record that answers a question, the best first: `{ hits: [number], atLeast, also }`.
   * `unfinished`: the last word may go on.
   */
  async find(question, unfinished = false) {
    const typed = fold(question).slice(0, MOST_WORDS);
    const telling = typed.filter((word) => !this.stop.has(word));
    const words = [...new Set(telling.length > 0 ? telling : typed)];
    if (words.length === 0) return { hits: [], atLeast: false, also: [] };
    const meanings = await Promise.all(words.map((word, at) => this.meanings(word, unfinished && at === words.length - 1)));
    // Written apart here, in one word there: "lubuk linggau".
    const joined = await Promise.all(words.slice(1).map((word, at) => this.stemOf(words[at] + word)));
    joined.forEach((stem, at) => {
      if (stem === undefined) return;
      meanings[at].stems.set(stem, 1);
      meanings[at + 1].stems.set(stem, 1);
    });
    const { scores, matched, atLeast } = await this.score(meanings);
    const most = matched.reduce((best, count) => Math.max(best, count), 0);
    if (most === 0) return { hits: [], atLeast: false, also: [] };
    // Of three words and more one may be missing: people ask in sentences.
    const needed = Math.min(most, words.length > 2 ? words.length - 1 : words.length);
    const hits = [];
    matched.forEach((count, number) => {
      if (count < needed) return;
      scores[number] *= KINDS[this.kind(number)[0]] * (count / words.length) ** 1.5;
      hits.push(number);
    });
    hits.sort((one, other) => scores[other] - scores[one] || one - other);
    await this.lookClosely(hits, scores, words);
    return { hits, atLeast, also: meanings.flatMap((meaning) => meaning.also) };
  }

  /** How well each record answers, and how many words of the question it has. */
  async score(meanings) {
    const { total } = this.head;
    const scores = new Float64Array(total);
    const matched = new Uint8Array(total);
    let atLeast = false;
    // Words that more records have than their lists hold: whoever is not in the lists may have the word all the same.
    let common = 0;
    const listed = new Uint8Array(total);
    for (const { stems, also } of meanings) {
      const best = new Float64Array(total);
      const all = await Promise.all([...stems].map(async ([stem, sure]) => ({ sure, ...(await this.posting(stem)) })));
      // Of words that may have been meant, the one that is written most often most likely was, and none is rarer than another.
      const guessed = also.length > 0;
      const most = Math.max(...all.map(({ count }) => count));
      const sum = all.reduce((sum, { count }) => sum + count, 0);
      const isCommon = all.some(({ cut }) => cut);
      if (isCommon) common += 1;
      for (const { lists, count, sure, cut } of all) {
        atLeast ||= cut;
        const rare = Math.log(1 + total / (guessed ? sum : count)) * (guessed ? 0.7 + (0.3 * count) / most : 1);
        lists.forEach((list, level) => {
          const worth = sure * rare * LEVELS[level];
          for (const number of list) if (worth > best[number]) best[number] = worth;
        });
      }
      best.forEach((worth, number) => {
        if (worth === 0) return;
        scores[number] += worth;
        matched[number] += 1;
        if (isCommon) listed[number] += 1;
      });
    }
    if (common > 0) {
      scores.forEach((score, number) => {
        if (score > 0) matched[number] += common - listed[number];
      });
    }
    return { scores, matched, atLeast };
  }

  /** Puts those of the best first whose whole name is what was asked. */
  async lookClosely(hits, scores, words) {
    const asked = new Set(words.map(this.stem));
    const best = hits.slice(0, CLOSELY);
    const names = await Promise.all(best.map((number) => this.record(number)));
    names.forEach(([name], at) => {
      const own = new Set(fold(name).filter((word) => !this.stop.has(word)).map(this.stem));
      const both = [...own].filter((word) => asked.has(word)).length;
      scores[best[at]] *= 1 + both / (own.size + asked.size - both || 1);
    });
    best.sort((one, other) => scores[other] - scores[one] || one - other);
    hits.splice(0, best.length, ...best);
  }
}

// ---- The page ----

/** Opens the index at `address`; every file is asked for once. */
async function open(address) {
  const ask = async (url, options) => {
    const response = await fetch(url, options);
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  };
  const base = new URL(address, document.baseURI);
  // The head is asked for anew, since the names of the others stay the same when the site changes.
  const head = await ask(base, { cache: "no-cache" });
  const files = new Map();
  return new Index(head, (name) => {
    if (!files.has(name)) files.set(name, ask(new URL(`${name}?v=${head.version}`, base)));
    return files.get(name);
  });
}

const BEST = 3;
const AT_FIRST = 12;
const OF_A_KIND = 3;
const MORE = 10;

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function start(form, results) {
  const input = form.elements.namedItem("q");
  const says = results.querySelector(".search-says");
  const groups = results.querySelector(".search-groups");
  const directory = document.getElementById("directory");
  const words = results.dataset;
  const digits = new Intl.NumberFormat(document.documentElement.lang);
  let index;
  let asked = 0;
  let waiting;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  async function item(number, withKind) {
    const [name, href, context, lang] = await index.record(number);
    const line = element("li", "item");
    if (withKind) line.append(element("p", "when", index.kind(number)[1]));
    const what = element("div", "what");
    const title = element("p", "title");
    const link = element("a", "", name);
    link.href = words.root + href;
    if (lang) link.lang = lang;
    title.append(link);
    what.append(title);
    if (context) what.append(element("p", "meta", context));
    line.append(what);
    return line;
  }

  async function group(title, numbers, shown, withKind) {
    const section = element("section", "part");
    const heading = element("h2", "", title);
    if (!withKind) heading.append(" ", element("span", "total", digits.format(numbers.length)));
    const matter = element("div", "matter");
    const list = element("ul", "items");
    list.append(...(await Promise.all(numbers.slice(0, shown).map((number) => item(number, withKind)))));
    matter.append(list);
    section.append(heading, matter);
    let next = shown;
    if (next >= numbers.length) return section;
    const more = element("button", "more");
    more.type = "button";
    const label = () => { more.textContent = fill(words.more, { n: digits.format(Math.min(MORE, numbers.length - next)), kind: title }); };
    label();
    more.addEventListener("click", async () => {
      const added = await Promise.all(numbers.slice(next, next + MORE).map((number) => item(number, false)));
      next += added.length;
      list.append(...added);
      added[0]?.querySelector("a").focus();
      if (next < numbers.length) label();
      else more.remove();
    });
    matter.append(more);
    return section;
  }

  /** Kinds that are only named at first; a press on one shows what it holds. */
  function others(kinds) {
    const section = element("section", "part");
    const list = element("ul", "matter inline");
    for (const [title, numbers] of kinds) {
      const line = element("li");
      const button = element("button", "more", title);
      button.type = "button";
      button.append(" ", element("span", "meta", digits.format(numbers.length)));
      button.addEventListener("click", async () => {
        const opened = await group(title, numbers, Math.min(MORE, numbers.length), false);
        section.before(opened);
        line.remove();
        if (!list.hasChildNodes()) section.remove();
        opened.querySelector("a").focus();
      });
      line.append(button);
      list.append(line);
    }
    section.append(element("h2", "", words.rest), list);
    return section;
  }

  async function show(question, { hits, atLeast, also }) {
    const text = atLeast ? words.atLeast : hits.length === 1 ? words.foundOne : words.found;
    const sections = [];
    if (hits.length > 0) sections.push(await group(words.best, hits.slice(0, BEST), BEST, true));
    const kinds = new Map();
    for (const number of hits.slice(BEST)) {
      const [, title] = index.kind(number);
      if (!kinds.has(title)) kinds.set(title, []);
      kinds.get(title).push(number);
    }
    let room = AT_FIRST - BEST;
    const rest = [];
    for (const [title, numbers] of kinds) {
      const shown = Math.min(OF_A_KIND, numbers.length, room);
      room -= shown;
      if (shown > 0) sections.push(await group(title, numbers, shown, false));
      else rest.push([title, numbers]);
    }
    if (rest.length > 0) sections.push(others(rest));
    const notes = [];
    if (also.length > 0 && hits.length > 0) notes.push(element("p", "note", fill(words.also, { words: also.join(", ") })));
    if (hits.length === 0) notes.push(element("p", "note", words.noneHint));
    return { said: fill(hits.length > 0 ? text : words.none, { n: digits.format(hits.length), q: question }), parts: [...notes, ...sections] };
  }

  async function ask(unfinished) {
    const question = input.value.trim();
    const turn = (asked += 1);
    if (question === "") {
      results.hidden = true;
      directory.hidden = false;
      groups.replaceChildren();
      says.textContent = "";
      return;
    }
    results.hidden = false;
    if (!says.textContent) says.textContent = words.working;
    try {
      index ??= await open(words.index);
      const answer = await index.find(question, unfinished);
      const { said, parts } = await show(question, answer);
      if (turn !== asked) return;
      groups.replaceChildren(...parts);
      says.textContent = said;
      directory.hidden = answer.hits.length > 0;
    } catch {
      if (turn !== asked) return;
      groups.replaceChildren();
      says.textContent = words.failed;
      directory.hidden = false;
    }
  }

  const address = () => {
    const question = input.value.trim();
    return question ? `?${new URLSearchParams({ q: question })}` : location.pathname;
  };
  const read = () => {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    ask(false);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    if (location.search !== address()) history.pushState(null, "", address());
    ask(false);
  });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(history.state, "", address());
      ask(true);
    }, 200);
  });
  addEventListener("popstate", read);
  read();
}

if (typeof document !== "undefined") {
  const form = document.querySelector("form.search-form");
  const results = document.getElementById("search_results");
  if (form && results) start(form, results);
}
