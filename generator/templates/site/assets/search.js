// The search as people use it: in a dialog on every page, or standing on its own page.
// Loaded when it is first wanted; so is the index, in parts (search-index.js).
import { Index, marked } from "./search-index.js";

const PAUSE = 60; // milliseconds after the last key
const SHOWN = 10;
const SNIPPET = [60, 150]; // characters before and after a match
const index = new Index(new URL("search/", import.meta.url));
document.documentElement.classList.replace("no-js", "js"); // also where a policy stops the page's own line

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

// A text with the words of the query marked, as nodes.
const withMarks = (text, marks, from = 0, to = text.length) => {
  const nodes = [];
  let at = from;
  for (const [start, end] of marks.filter(([start, end]) => start >= from && end <= to).sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    nodes.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes;
};

// The line that answers best, cut at spaces around the match; if the title says it all, the beginning.
const snippet = (lines, query, isTold) => {
  let best = null;
  for (const line of isTold ? lines.slice(0, 1) : lines) {
    const found = marked(line, query);
    if (found && found.value > (best?.value ?? 0)) best = { ...found, line };
  }
  const { line, start, end, marks } = best ?? { line: lines[0] ?? "", start: 0, end: 0, marks: [] };
  const shown = isTold && query.length > 1 ? marks.filter(([from, to]) => line.slice(from, to).includes(" ")) : marks;
  let from = isTold ? 0 : Math.max(0, start - SNIPPET[0]);
  let to = Math.min(line.length, (isTold ? SNIPPET[0] : end) + SNIPPET[1]);
  if (from) from = line.indexOf(" ", from) + 1 || from;
  if (to < line.length) to = line.lastIndexOf(" ", to);
  return [from ? "… " : "", ...withMarks(line, shown, from, to), to < line.length ? " …" : ""];
};

class Finder {
  #asked = 0;
  #shown = SHOWN;

  constructor(form) {
    this.form = form;
    this.words = JSON.parse(form.dataset.words);
    this.root = new URL(form.dataset.find, location.href);
    this.lang = form.closest("[lang]")?.lang ?? "vi";
    this.input = form.elements.q;
    [this.status, this.list, this.after] = ["status", "list", "after"].map((part) => form.querySelector(`.find__${part}`));
    this.input.addEventListener("focus", () => this.prepare(), { once: true });
    this.input.addEventListener("input", () => this.later());
    form.addEventListener("change", (event) => event.target !== this.input && this.search());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.first();
    });
    form.addEventListener("keydown", (event) => this.step(event));
  }

  // The filters hold what there is; the rest of the index comes with the first query.
  async prepare() {
    const { groups, pages } = await index.catalogue().catch(() => ({ groups: [], pages: [] }));
    const years = [...new Set(pages.map((page) => page[4]))].filter(Boolean).sort((a, b) => b - a);
    this.fill("muc", this.words.group, groups.map((group, at) => [group, at]).filter(([group]) => group));
    this.fill("nam", this.words.year, years.map((year) => [year, year]));
    this.form.querySelector(".find__filters").hidden = !pages.length;
  }

  fill(name, all, values) {
    const options = [[all, ""], ...values].map(([text, value]) => new Option(text, value));
    this.form.elements[name].replaceChildren(...options);
  }

  later() {
    this.busy(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  async search(shown = SHOWN) {
    clearTimeout(this.timer);
    const text = this.input.value;
    const asked = (this.#asked += 1);
    this.#shown = shown;
    this.busy(Boolean(text.trim()));
    if (!text.trim()) return this.clear();
    const wait = setTimeout(() => this.say(this.words.waiting), 400);
    try {
      const found = await index.find(text, this.lang);
      if (asked === this.#asked) this.show(text, found.filter(({ page }) => this.keeps(page)));
    } catch {
      if (asked === this.#asked) this.clear(this.words.failed);
    } finally {
      clearTimeout(wait);
      this.busy(asked !== this.#asked);
    }
    return asked === this.#asked;
  }

  keeps(page) {
    const [group, year] = [this.form.elements.muc.value, this.form.elements.nam.value];
    return (!group || page[3] === Number(group)) && (!year || page[4] === Number(year));
  }

  busy(isBusy) {
    this.list.setAttribute("aria-busy", String(isBusy));
  }

  say(text) {
    this.status.textContent = text;
  }

  clear(text = "") {
    this.say(text);
    this.list.replaceChildren();
    this.after.replaceChildren();
  }

  show(text, found) {
    const told = found[0]?.coverage > 0.999 ? this.words.found : this.words.near;
    this.clear(found.length ? told + found.length : this.words.none.replace("{query}", text.trim()));
    this.list.append(...found.slice(0, this.#shown).map((one) => this.item(one)));
    if (!found.length) this.elsewhere();
    if (found.length > this.#shown) {
      const more = element("button", "find__more", this.words.more);
      more.type = "button";
      more.addEventListener("click", async () => {
        const next = this.#shown;
        await this.search(next + SHOWN);
        this.links()[next]?.focus();
      });
      this.after.append(more);
    }
  }

  item({ page: [url, title, note, , , , , lang], query }) {
    const head = marked(title, query);
    const link = element("a", "find__title", ...withMarks(title, head?.marks ?? []));
    link.href = new URL(url, this.root);
    const text = element("p", "find__text");
    index.lines(url).then((lines) => text.append(...snippet(lines, query, head?.value >= query.length))).catch(() => {});
    const item = element("li", "find__item", link, ...(note ? [element("p", "find__note", note)] : []), text);
    item.lang = lang || "vi";
    return item;
  }

  // Nothing found: without filters, with fewer words, or by section.
  elsewhere() {
    if (this.form.elements.muc.value || this.form.elements.nam.value) {
      const all = element("button", "find__more", this.words.unfilter);
      all.type = "button";
      all.addEventListener("click", () => {
        this.form.elements.muc.value = this.form.elements.nam.value = "";
        this.search();
        this.input.focus();
      });
      this.after.append(all);
    }
    if (document.querySelector("main .ways")) return; // they stand below
    const ways = element("ul", "ways");
    for (const link of document.querySelectorAll("#muc-luc a")) {
      ways.append(element("li", "", Object.assign(link.cloneNode(true), { className: "" })));
    }
    this.after.append(element("p", "", this.words.elsewhere), ways);
  }

  links() {
    return [...this.list.querySelectorAll("a")];
  }

  // Enter: the first result, of what stands in the field now.
  async first() {
    if (await this.search()) this.links()[0]?.click();
  }

  step(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by || event.target.localName === "select") return;
    const stops = [this.input, ...this.links()];
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

const style = () =>
  new Promise((done) => {
    const link = Object.assign(element("link"), { rel: "stylesheet", href: new URL("search.css", import.meta.url) });
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  });

// In a dialog: the form is that of the search page, whose address this is.
let made;
export const open = async (address) => {
  made ??= Promise.all([fetchForm(address), style()]).then(([form]) => inDialog(form));
  made.catch(() => (made = undefined));
  const dialog = await made;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
};

const fetchForm = async (address) => {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = document.adoptNode(page.querySelector("form.find"));
  form.dataset.find = new URL(form.dataset.find, address);
  return form;
};

const inDialog = (form) => {
  const dialog = element("dialog", "find-dialog", form);
  dialog.setAttribute("aria-label", form.getAttribute("aria-label"));
  document.body.append(dialog);
  const close = form.querySelector(".find__close");
  close.hidden = false;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  // Esc closes at once; without this the field of a search would only be emptied.
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => document.querySelector("[data-opens=search]")?.focus());
  new Finder(form);
  return dialog;
};

// On its own page: what the address asks for is searched at once.
// The words of an address that leads nowhere: «/huong-dan/xi-ma.html» says «xi ma».
const guessed = () => {
  const last = location.pathname.split("/").filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(last).replace(/^404\b|\.\w+$/g, "").replace(/[-_+.\s]+/g, " ").trim().slice(0, 60);
  } catch {
    return "";
  }
};

export const stand = async (form) => {
  await style();
  const finder = new Finder(form), isGuess = "guess" in form.dataset;
  finder.input.value = new URLSearchParams(location.search).get("q") ?? (isGuess ? guessed() : "");
  await finder.prepare();
  await finder.search();
  if (!isGuess) finder.input.focus();
};
