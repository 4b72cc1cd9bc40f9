// Finds pages in the index that outputs/search makes. Nothing here knows of the page it runs in.
// `terms` reads what people type as outputs/search/terms.py reads the pages; a test holds the two together.

const TONE = /[\u0300\u0309\u0303\u0301\u0323]/g;
const MARK = /[\u0300-\u036f]/g;
const BARRED = /[ðɖɗ]/g; // what some keyboards and fonts have for đ
const WORD = /[\p{L}\p{N}]+/gu;
const TIED = /[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)+/gu;
const HYPHEN = /[-‑]/;
const SYLLABLE = /^\p{L}{1,7}$/u;
const SYLLABLES = 6; // of a word
const ROMAN = { i: "1", ii: "2", iii: "3", iv: "4" };
const PAIRS = ["ch", "kh", "ng", "nh", "ph", "th", "tr"];
const VOWELS = "aeiouy";
const OPEN_I = /^(?:[hklmstv]|qu)i$/; // “kĩ” and “kỹ” are one word

const ENOUGH = 0.4; // of what is asked for: a page that has less is no answer

const LONGEST = 16; // terms of a query

const WAYS = 8; // in which a query is written

const LETTERS = 4; // the initials of so many share a file of the newest pages

const known = new Map();
const term = (word) => {
  let found = known.get(word);
  if (!found) {
    let apart = word.toLowerCase().normalize("NFKD").replace(BARRED, "đ");
    const begin = apart.replace(MARK, "").replaceAll("đ", "d"); // of a longer word, as it is typed
    if (OPEN_I.test(begin)) apart = apart.replace("i", "y");
    const tones = apart.match(TONE)?.join("") ?? "";
    const exact = (apart.replace(TONE, "") + tones).normalize("NFC");
    found = { bare: apart.replace(MARK, "").replaceAll("đ", "d"), begin, exact, tones };
    known.set(word, found);
  }
  return found;
};

// The syllables of a text with their places in it; “quý III” is “quý 3”.
export const terms = (text) => {
  const whole = text.normalize("NFC");
  const found = [...whole.matchAll(WORD)].map((match) => ({
    ...term(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let at = 1; at < found.length; at += 1) {
    const number = ROMAN[found[at].bare];
    if (number && found[at - 1].bare === "quy") Object.assign(found[at], { bare: number, begin: number, exact: number });
  }
  return found;
};

// Words of several syllables with hyphens between them, as one: “ga-ra” is “gara”.
export const tied = (text) =>
  [...text.normalize("NFC").matchAll(TIED)]
    .map((match) => ({ parts: match[0].split(HYPHEN), start: match.index, end: match.index + match[0].length }))
    .filter(({ parts }) => parts.length <= SYLLABLES && parts.every((part) => SYLLABLE.test(part)))
    .map(({ parts, start, end }) => ({ ...term(parts.join("")), start, end }));

// The files that may hold a term; all of an initial where only that is typed so far.
const shardsOf = ({ bare, begin, partial }) =>
  partial && begin !== bare ? [...shardsOfWord(begin, partial), ...shardsOfWord(bare)] : shardsOfWord(bare, partial);

const shardsOfWord = (bare, partial) => {
  if (VOWELS.includes(bare[0])) return [bare[0]];
  const initial = PAIRS.includes(bare.slice(0, 2)) ? bare.slice(0, 2) : bare[0];
  if (!/^[a-z]/.test(initial)) return ["0"];
  const rest = bare[initial.length];
  if (partial && !rest && initial.length > 1) return [...VOWELS, "_"].map((vowel) => initial + vowel);
  return [initial + (rest && VOWELS.includes(rest) ? rest : "_")];
};

// The file of the newest pages beside one of the others.
const newestOf = ([initial]) => {
  const letter = initial.charCodeAt(0) - 97;
  return `newest-${initial === "0" ? initial : String.fromCharCode(97 + letter - (letter % LETTERS))}`;
};

// How well a term of the index answers a term of the query, from 0 to 1.
const likeness = (wanted, bare, exact, isMarked) => {
  const begun = wanted.partial && bare !== wanted.bare;
  if (begun && !bare.startsWith(wanted.begin)) return 0;
  const whole = begun ? 0.5 * Math.sqrt(wanted.begin.length / bare.length) : 1;
  if (wanted.exact === wanted.bare) return whole * (isMarked && exact !== bare ? 0.7 : 1);
  const body = (text) => text.normalize("NFD").replace(TONE, "").normalize("NFC");
  const same = begun
    ? body(exact).startsWith(body(wanted.exact)) && (!wanted.tones || wanted.tones === term(exact).tones)
    : exact === wanted.exact;
  return whole * (same ? 1 : 0.3);
};

const END = "\u0001"; // of a line
const BLOCKS = "p, div, li, tr, section, figure, figcaption, dt, dd, br, summary";
const FURNITURE =
  "nav, svg, script, style, button, details.contents, .vh, .note-mark, .note-back, .source, .downloads, .player, .strip, " +
  ".cards, .gallery, .key, .head > :not(.lead), h1, h2, h3, h4, h5, h6";

export class Index {
  #folder;
  #files = new Map();

  constructor(folder) {
    this.#folder = folder;
  }

  async #read(name) {
    if (!this.#files.has(name)) {
      const answer = fetch(new URL(name, this.#folder), { cache: "no-cache" }).then((response) => {
        if (!response.ok) {
          response.body?.cancel(); // what nobody reads would stay under way
          throw new Error(`${name}: ${response.status}`);
        }
        return name.endsWith(".json") ? response.json() : response.text();
      });
      answer.catch(() => this.#files.delete(name));
      this.#files.set(name, answer);
    }
    return this.#files.get(name);
  }

  async catalogue() {
    const all = await this.#read("pages.json");
    all.variants ??= all.short.map((pair) => pair.map(terms));
    all.newest ??= others(all.base, all.pages.length);
    return all;
  }

  // The lines of a page as a reader sees them, without furniture, references and headings.
  async lines(url) {
    const address = new URL(url || "./", new URL("../../", this.#folder)).href;
    const page = new DOMParser().parseFromString(await this.#read(address), "text/html");
    const text = page.getElementById("noi-dung");
    text.querySelectorAll(FURNITURE).forEach((one) => one.remove());
    text.querySelectorAll("del").forEach((struck) => struck.replaceWith("[gạch bỏ: ", struck.textContent, "]"));
    text.querySelectorAll("td, th").forEach((cell) => cell.append(" · "));
    text.querySelectorAll(BLOCKS).forEach((block) => block.append(END));
    const lines = text.textContent.replace(/\s+/g, " ").split(END);
    return lines.map((line) => line.replace(/^[ ·]+|[ ·]+$/g, "")).filter(Boolean);
  }

  // The query as typed, with abbreviations written out, and with long forms made short.
  static #variants(query, pairs, text) {
    const found = new Map();
    const add = (words) => {
      const name = words.map((word) => word.exact).join(" ");
      if (!found.has(name)) found.set(name, words);
    };
    add(query);
    add(glued(query, tied(text)));
    for (const [short, full] of [...pairs, ...pairs]) { // one spelling leads to the usual one, that to all others
      for (const [from, to] of [[short, full], [full, short]]) {
        for (const words of found.size < WAYS ? [...found.values()] : []) add(replaced(words, from, to));
      }
    }
    for (let at = 1; at < query.length; at += 1) add(joined(query, at)); // “pa nô” for “pano”
    return [...found.values()].slice(0, WAYS).map((words) => words.slice(0, LONGEST));
  }

  // Pages in order, each with the terms that it was found by: [{page, score, query}].
  async find(text, lang = "vi") {
    const query = terms(text).slice(0, LONGEST);
    if (!query.length) return [];
    const last = query[query.length - 1];
    last.partial = !/[\s.,;:?!]$/.test(text);
    // One consonant begins too much to be of use: what is typed before it is searched.
    if (last.partial && query.length > 1 && /^[b-df-hj-np-tv-xz]$/.test(last.bare)) query.pop();
    const { pages, variants, stamps, base, newest } = await this.catalogue();
    const best = new Map();
    for (const words of Index.#variants(query, variants, text)) {
      const names = [...new Set(words.flatMap(shardsOf))];
      const read = (all, name) => Promise.all(all.map((each) => this.#read(`${name(each)}.json`)));
      const [shards, fresh] = await Promise.all([read(names, (name) => name), read(names, newestOf)]);
      const isOf = (stamp) => (shard) => shard.stamp === stamp;
      if (!shards.every(isOf(stamps[0])) || !fresh.every(isOf(stamps[1]))) {
        this.#files.clear(); // a new edition was put on the site meanwhile
        throw new Error("stale");
      }
      const parts = (name, at) => [name, [[shards[at].terms, base], [within(fresh[at], name), newest]]];
      const byName = new Map(names.map(parts));
      // Another way to write it is tried only where the index has all of it.
      if (words !== query && !words.every((word) => isKnown(word, byName))) continue;
      for (const found of rank(words, byName, pages)) {
        if (words !== query) found.score *= 0.95;
        const before = best.get(found.number);
        const better = before?.score >= found.score ? before : { ...found, query: words };
        const both = (before?.sum ?? 0) + found.score; // a page that writes both ways explains one by the other
        best.set(found.number, { ...better, sum: both });
      }
    }
    const all = [...best.values()].map((found) => ({ ...found, page: pages[found.number] }));
    for (const found of all) found.score = (found.score + 0.3 * found.sum) * ((found.page[7] || "vi") === lang ? 1 : 0.8);
    const most = Math.max(ENOUGH, ...all.map((found) => found.coverage));
    return all
      .filter((found) => found.coverage >= most * 0.999)
      .sort((a, b) => b.score - a.score || a.number - b.number);
  }
}

const isKnown = (word, byName) =>
  shardsOf(word).some((name) => word.partial || byName.get(name).some(([all]) => Object.hasOwn(all, word.bare)));

// The numbers below a count that are not among these.
const others = (numbers, count) => {
  const among = new Set(numbers);
  return Array.from({ length: count }, (_, number) => number).filter((number) => !among.has(number));
};

const replaced = (words, from, to) => {
  const out = [];
  for (let at = 0; at < words.length; ) {
    const isHere = from.every((term, step) => words[at + step]?.bare === term.bare);
    out.push(...(isHere ? to : [words[at]]));
    at += isHere ? from.length : 1;
  }
  return out;
};

// Syllables that hyphens tie as one word: “ki-lô-oát” for “kilôoát”.
const glued = (words, ties) =>
  words.flatMap((word) => {
    const tie = ties.find(({ start, end }) => word.start >= start && word.end <= end);
    if (!tie) return [word];
    return tie.start === word.start ? [{ ...tie, partial: false }] : [];
  });

const joined = (words, at) => {
  const [one, two] = [words[at - 1], words[at]];
  const word = one.begin + two.begin;
  const whole = { ...two, bare: word, begin: word, exact: word, tones: "", partial: false };
  return [...words.slice(0, at - 1), whole, ...words.slice(at + 1)];
};

const answers = (bare, wanted) => bare === wanted.bare || (wanted.partial && bare.startsWith(wanted.begin));

// The lists of the index that answer each term of the query: [which term, likeness, numbers, pages].
const lists = (words, byName) => {
  const found = [];
  const isMarked = words.some((word) => word.exact !== word.bare);
  words.forEach((wanted, which) => {
    for (const [all, pages] of shardsOf(wanted).flatMap((name) => byName.get(name))) {
      const here = wanted.partial ? Object.keys(all).filter((bare) => answers(bare, wanted)) : [wanted.bare];
      for (const bare of here) {
        const forms = Object.hasOwn(all, bare) ? all[bare] : [];
        for (let at = 0; at < forms.length; at += 2) {
          found.push([which, likeness(wanted, bare, forms[at] || bare, isMarked), forms[at + 1], pages]);
        }
      }
    }
  });
  return found;
};

// Of a file of the newest pages the terms that stand in one of the smaller files of all others.
const within = (file, name) => {
  if (!file.names) {
    file.names = new Map();
    for (const [bare, forms] of Object.entries(file.terms)) {
      const [own] = shardsOfWord(bare);
      if (!file.names.has(own)) file.names.set(own, {});
      file.names.get(own)[bare] = forms;
    }
  }
  return file.names.get(name) ?? {};
};

// A list is: step to the page among those of its file, how often, positions as steps; and so on.
const eachPage = (numbers, pages, tell) => {
  let place = 0;
  for (let at = 0; at < numbers.length; at += 2 + numbers[at + 1]) {
    place += numbers[at];
    tell(pages[place], at + 2, at + 2 + numbers[at + 1]);
  }
};

// Syllables that stand together as in the query count most, in a title more than in a heading or the text.
const WEIGHTS = [6, 2.5, 1];
const ALL = 2; // where the whole query stands together

const rank = (words, byName, all) => {
  const answers = lists(words, byName);
  const masks = new Int32Array(all.length); // which terms each page has
  const counts = words.map(() => 0);
  for (const [which, , numbers, pages] of answers) {
    eachPage(numbers, pages, (page) => {
      if (!(masks[page] & (1 << which))) counts[which] += 1;
      masks[page] |= 1 << which;
    });
  }
  const rarity = counts.map((count) => Math.log(1 + all.length / (count || 0.5)));
  const whole = rarity.reduce((sum, each) => sum + each, 0);
  const covers = new Map([...new Set(masks)].map((mask) => [mask, share(mask, rarity) / whole]));
  const most = Math.max(...covers.values());
  const found = new Map(); // of the pages that have most: position, term and likeness, flat
  for (const [which, like, numbers, pages] of most ? answers : []) {
    eachPage(numbers, pages, (page, from, to) => {
      if (covers.get(masks[page]) < most * 0.999) return;
      if (!found.has(page)) found.set(page, []);
      const here = found.get(page);
      for (let at = from, position = 0; at < to; at += 1) here.push((position += numbers[at]), which, like);
    });
  }
  const longest = Math.max(0, ...[...found.values()].map((here) => here.reduce(latest, 0)));
  const likes = new Float32Array((longest + words.length + 2) * words.length);
  return [...found].map(([number, here]) => {
    const score = worth(here, all[number], likes, rarity) / (whole * words.length * (words.length > 1 ? ALL : 1));
    return { number, score: score * most ** 3, coverage: most };
  });
};

const share = (mask, rarity) => rarity.reduce((sum, each, which) => sum + (mask & (1 << which) ? each : 0), 0);

const latest = (most, value, at) => (at % 3 ? most : Math.max(most, value));

// `likes` holds the likeness of each term at each position of this page, and is left empty.
const worth = (here, [, , , , , title, headEnd], likes, rarity) => {
  const count = rarity.length;
  const [best, met] = [new Float64Array(count * 3), new Float64Array(count)];
  const times = [0, 0, 0];
  for (let at = 0; at < here.length; at += 3) {
    const place = here[at] * count + here[at + 1];
    likes[place] = Math.max(likes[place], here[at + 2]);
    met[here[at + 1]] = Math.max(met[here[at + 1]], here[at + 2]);
  }
  for (let at = 0; at < here.length; at += 3) {
    const [position, which] = [here[at], here[at + 1]];
    if (position && which && likes[(position - 1) * count + which - 1]) continue; // told by the first of its run
    let length = 1;
    while (which + length < count && likes[(position + length) * count + which + length]) length += 1;
    const field = position < title ? 0 : position < headEnd ? 1 : 2;
    const together = length * (length === count && length > 1 ? ALL : 1);
    if (length > 1 || count === 1) times[field] += 1;
    for (let step = 0; step < length; step += 1) {
      const value = rarity[which + step] * likes[(position + step) * count + which + step] * together;
      const slot = field * count + which + step;
      if (value > best[slot]) best[slot] = value;
    }
  }
  for (let at = 0; at < here.length; at += 3) likes[here[at] * count + here[at + 1]] = 0;
  let score = 0;
  for (let field = 0; field < 3; field += 1) {
    const values = best.subarray(field * count, (field + 1) * count);
    const terms = values.reduce((sum, value) => sum + (value > 0), 0);
    const full = terms / title; // how much of the title the query is
    const fills = field ? 1 + 0.15 * Math.log2(1 + times[field]) : 0.6 + full ** 2 * (terms / count);
    score += WEIGHTS[field] * fills * values.reduce((sum, value) => sum + value, 0);
  }
  const whole = rarity.reduce((sum, each) => sum + each, 0);
  return (score * rarity.reduce((sum, each, which) => sum + each * met[which], 0)) / whole;
};

// Where a text answers the query best, for marking: {from, to, marks: [[start, end]]}, or nothing.
export const marked = (text, query) => {
  const isAnswer = (term, wanted) => term && wanted && answers(term.bare, wanted);
  const found = terms(text);
  const runs = [];
  for (let at = 0; at < found.length; at += 1) {
    query.forEach((wanted, which) => {
      if (isAnswer(found[at - 1], query[which - 1])) return;
      let length = 0;
      while (isAnswer(found[at + length], query[which + length])) length += 1;
      const isSame = (step) => found[at + step].exact === query[which + step].exact;
      const same = Array.from({ length }, (_, step) => Number(isSame(step))).reduce((sum, each) => sum + each, 0);
      const [start, end] = [found[at].start, found[at + length - 1]?.end];
      if (length) runs.push({ start, end, length, value: length + same / 100 });
    });
  }
  for (const word of tied(text)) {
    for (const wanted of query.filter((each) => isAnswer(word, each))) {
      runs.push({ ...word, length: 1, value: 1 + Number(word.exact === wanted.exact) / 100 });
    }
  }
  const best = runs.reduce((most, run) => (run.value > (most?.value ?? 0) ? run : most), null);
  if (!best) return null;
  const marks = runs.filter((run) => run.length >= Math.min(2, best.length));
  return {
    value: best.value,
    start: best.start,
    end: best.end,
    marks: marks.map((run) => [run.start, run.end]),
  };
};
