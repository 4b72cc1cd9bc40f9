/* The writing screen: sends what is typed to the desk and shows what the desk says of it.

   Other scripts (the page-like editor) share one queue and one seal through window.loaTrang:
   state, send(edit), save(), beforeSave(work), on(listener) with the state and {status, edit}; and the event "loa:den" (line, column) on #trang-viet. */
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const told = JSON.parse(find("trang-dau").textContent);
  const say = told.words, address = location.pathname, listeners = new Set();
  const text = find("text"), kept = find("giu"), alarm = find("bao");
  const backup = `loa${address}`, PAUSE = 300, LONGEST = 1500, AGAIN = 2000;
  let state = told.state, queue = Promise.resolve(), typed = null, began = 0, timer = 0;

  const make = (tag, values = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), values);
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const clock = () => new Date().toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });

  /* ---- asking ---- */
  async function ask(way, body) {
    for (;;) {
      try {
        const answer = await fetch(`${address}/${way}`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ seal: state.seal, ...body }),
        });
        const next = await answer.json();
        tell("offline");
        return [answer.status, next];
      } catch {
        tell("offline", say.offline);
        await wait(AGAIN);
      }
    }
  }
  const after = (work) => (queue = queue.then(work, work));

  function send(edit) {
    return after(async () => {
      const wanted = typeof edit === "function" ? edit() : edit;
      if (wanted === null) return state;
      let [status, next] = await ask("nhap", { edit: wanted });
      if (status === 409 && wanted.value) {  // a field stands for itself: its value goes onto the new text
        take(next);
        [status, next] = await ask("nhap", { edit: wanted });
      }
      if (status === 409 && wanted.text !== undefined && next.text !== wanted.text) return split(next, wanted);
      tell("refused", next.refused || "");
      return take(next, { status, edit: wanted });
    });
  }
  async function save() {
    first();
    return after(async () => {
      const [status, next] = await ask("luu", {});
      tell("refused", status === 200 ? "" : `${say.unsaved} ${next.refused || ""}`);
      take(next);
      if (status === 200) kept.textContent = `${say.saved} ${clock()}`;
      return state;
    });
  }
  function take(next, about = {}) {
    if (!next.seal) return state;
    state = next;
    if (typed === null) localStorage.removeItem(backup);
    show();
    for (const each of listeners) each(state, about);
    return state;
  }

  /* ---- the text of the file, where it is shown ---- */
  function flush() {
    clearTimeout(timer);
    if (typed === null) return;
    began = 0;
    send(() => {
      const edit = typed === null ? null : { text: typed };
      typed = null;
      return edit;
    });
  }
  const before = [flush];
  const first = () => before.forEach((work) => work());
  text?.addEventListener("input", () => {
    typed = text.value;
    localStorage.setItem(backup, typed);
    kept.textContent = say.typing;
    began ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(flush, Date.now() - began > LONGEST ? 0 : PAUSE);
  });
  addEventListener("beforeunload", (event) => {
    if (typed !== null || alarm.querySelector("[data-kind=offline]")) event.preventDefault();
  });
  addEventListener("visibilitychange", flush);
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    }
  });
  find("van-ban")?.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });

  /* ---- what went wrong: told, and both texts are kept ---- */
  function tell(kind, message = "", ...more) {
    alarm.querySelector(`[data-kind=${kind}]`)?.remove();
    if (!message) return;
    const line = make("div", { className: "told wrong" }, make("p", { textContent: message }), ...more);
    line.dataset.kind = kind;
    alarm.append(line);
  }
  const button = (words, act, name = "button") => make("button", { type: "button", className: name, textContent: words, onclick: act });
  const column = (words, value) => make("label", {}, words, make("textarea", { readOnly: true, rows: 12, value }));

  function split(next, edit) {
    const mine = edit.text ?? state.text;
    const close = (chosen) => async () => {
      tell("split");
      const other = chosen === "mine" ? next.text : mine;
      await after(() => ask("giu", { text: other }));
      state = next;
      if (chosen === "mine") send({ text: mine });
      else take(next);
    };
    tell("split", say.split,
      make("div", { className: "columns" }, column(say.mine, mine), column(say.theirs, next.text)),
      make("p", { className: "choices" }, button(say.keepMine, close("mine")), button(say.takeTheirs, close("theirs"))));
    return state;
  }
  function beneath() {
    const there = state.beneath;
    tell("beneath");
    if (there === null || there === undefined) return;
    tell("beneath", state.is_gone ? say.gone : say.beneath,
      make("div", { className: "columns" }, column(say.mine, state.text), column(say.inFile, there)),
      make("p", { className: "choices" },
        button(say.keepMine, () => send({ onto: state.beneath_seal })),
        button(say.takeFile, drop)));
  }
  const drop = () => after(async () => take((await ask("bo", {}))[1]));
  find("bo-ban-nhap")?.addEventListener("click", async () => {
    await drop();
    find("lay-lai")?.remove();
  });
  const left = localStorage.getItem(backup);
  if (left !== null && left !== state.text) {
    tell("backup", say.backup,
      make("div", { className: "columns" }, column(say.mine, left), column(say.inDraft, state.text)),
      make("p", { className: "choices" },
        button(say.takeBack, () => { tell("backup"); send({ text: left }); }),
        button(say.forget, () => { tell("backup"); after(() => ask("giu", { text: left })); localStorage.removeItem(backup); })));
  }

  /* ---- showing ---- */
  function show() {
    kept.textContent = state.is_saved ? say.same : `${say.kept} ${clock()}`;
    if (text && typed === null && text.value !== state.text) {
      const [from, to] = [text.selectionStart, text.selectionEnd];
      text.value = state.text;
      text.setSelectionRange(from, to);
    }
    const seal = document.querySelector("input[name=dau]");
    if (seal) seal.value = state.seal;
    tell("troubles", (state.troubles || []).join(" "));
    beneath();
    showProblems();
    showFields();
    showMeasures();
    showResult();
  }
  const isPage = () => !find("trang-viet")?.hidden;
  const place = ({ line }) => (isPage() && window.loaTrang?.place?.(line)) || `${say.line} ${line}:`;
  function showProblems() {
    const list = find("can-xem");
    list.querySelector(".count").textContent = state.problems.length;
    list.querySelector(".empty")?.remove();
    const items = state.problems.map((each) => make("li", { className: each.is_error ? "late" : "" },
      each.line ? button(place(each), () => go(each), "plain") : "", " ",
      make("span", { textContent: each.message }), " ", make("small", { textContent: (isPage() && each.on_page) || each.advice }),
      each.example ? make("pre", { textContent: each.example }) : "",
      each.mend ? button(say.mend, () => { first(); send({ mend: each.mend }); }) : ""));
    list.querySelector("ul, .empty")?.remove();
    list.append(items.length ? make("ul", { className: "problems" }, ...items) : make("p", { className: "empty", textContent: say.fine }));
  }
  function go({ line, column: at, width }) {
    find("trang-viet").dispatchEvent(new CustomEvent("loa:den", { detail: { line, column: at, width } }));
    if (!text || text.closest("[hidden]")) return;
    const start = text.value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + Math.max(0, at - 1);
    text.focus();
    text.setSelectionRange(start, start + width);
  }
  const fields = find("cac-o");
  const written = (field) => (Array.isArray(field.value) ? field.value.join(", ") : field.value);
  function control(field) {
    const id = `o-${field.key}`, value = written(field);
    if (["choice", "quarter"].includes(field.kind)) {
      const known = [...field.choices];
      if (value && !known.some((each) => each.value === value)) known.unshift({ value, title: value });
      if (!field.is_needed || !value) {
        if (!known.some((each) => each.value === "")) known.unshift({ value: "", title: say.unset });
      }
      return make("select", { id }, ...known.map((each) => new Option(each.title, each.value, false, each.value === value)));
    }
    if (field.kind === "lines") return make("textarea", { id, rows: 2, value });
    return make("input", { id, value, placeholder: field.example, autocomplete: "off" });
  }
  function row(field) {
    const made = control(field), help = make("small", { id: `g-${field.key}`, textContent: field.kind === "list" ? `${field.help} ${say.commas}` : field.help });
    made.setAttribute("aria-describedby", help.id);
    made.addEventListener("change", () => {
      const value = field.kind === "list" ? made.value.split(/\s*,\s*/).filter(Boolean) : made.value.trim();
      first();
      send({ value: { key: field.key, value: value.length ? value : null } });
    });
    return make("div", { className: "field" }, make("label", { htmlFor: made.id, textContent: field.label }), made, help);
  }
  let shape = "";
  function showFields() {
    if (!fields || told.is_locked) return;
    const now = JSON.stringify(state.fields.map((field) => [field.key, field.choices]));
    if (now !== shape) {
      shape = now;
      const groups = new Map(state.fields.map((field) => [field.group, []]));
      for (const field of state.fields) groups.get(field.group).push(row(field));
      fields.replaceChildren(...[...groups].map(([name, rows]) => make("fieldset", {}, make("legend", { textContent: name }), ...rows)));
      fields.hidden = !state.fields.length;
      return;
    }
    for (const field of state.fields) {
      const made = find(`o-${field.key}`);
      if (made !== document.activeElement && made.value !== written(field)) made.replaceWith(row(field).querySelector(`#${made.id}`));
    }
  }
  function showMeasures() {
    find("do-dai").replaceChildren(...state.measure.map((each) => make("div", { className: `measure ${each.fit}` },
      make("p", {}, make("b", { textContent: each.now }), each.of ? ` ${say.of} ${each.of}` : "", " ", make("small", { textContent: each.name })),
      each.of ? bar(each) : "", each.sentence ? make("p", { textContent: each.sentence }) : "")));
  }
  function bar(each) {
    const made = make("progress", { max: 100, value: Math.min(100, each.share) });
    made.setAttribute("aria-label", each.name);
    return made;
  }

  /* ---- the result: the page, or the proof of what is printed ---- */
  const result = find("xem"), frame = result?.querySelector("iframe"), proof = find("phac");
  let later = 0, shown = "";
  function showResult() {
    clearTimeout(later);
    later = setTimeout(() => {
      if (shown === state.seal) return;
      if (proof) { shown = state.seal; proof.src = `${address}/phac?${state.seal}`; }
      if (frame && !result.hidden) {
        shown = state.seal;
        const at = frame.contentWindow?.scrollY || 0;
        frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, at), { once: true });
        frame.src = `${address}/xem?${state.seal}`;
      }
    }, 800);
  }
  proof?.addEventListener("error", () => { proof.alt = say.noProof; });
  find("mo-xem")?.addEventListener("click", (event) => {
    event.preventDefault();
    result.hidden = !result.hidden;
    event.currentTarget.setAttribute("aria-expanded", String(!result.hidden));
    shown = "";
    showResult();
    if (!result.hidden) result.scrollIntoView({ block: "nearest" });
  });

  window.loaTrang = {
    get state() { return state; },
    get address() { return address; },
    beforeSave: (work) => before.push(work),
    send: (edit) => { flush(); return send(edit); },
    show: () => show(),
    typing: () => { kept.textContent = say.typing; },
    save,
    on: (listener) => listeners.add(listener),
  };
  show();
  setTimeout(async () => {
    try {
      const all = await (await fetch(`${address}/loi`)).json();
      if (all.seal === state.seal) take(all);
    } catch { /* told by the next edit */ }
  }, 500);
})();
