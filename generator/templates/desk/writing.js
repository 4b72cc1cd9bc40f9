/* The writing screen: sends what is typed to the desk and shows what the desk says of it.

   Other scripts (the page-like editor) share one queue and one seal through window.loaTrang:
   state, send(edit), save(), beforeSave(work), on(listener) with the state and {status, edit}; and the events "loa:den" (line, column) and "loa:noi" (line) on #trang-viet. */
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const told = JSON.parse(find("trang-dau").textContent);
  const say = told.words, listeners = new Set();
  const text = find("text"), kept = find("giu"), alarm = find("bao");
  const PAUSE = 300, LONGEST = 1500, AGAIN = 2000, IDLE = 400, SMALL = 20000;  // milliseconds; letters that a closing window may still send
  const account = document.body.dataset.account || "";  // words that are not sent yet are their author's alone
  const ours = account ? { "X-Account": account } : {};  // nothing of this window is taken in another name
  const OPENED = Date.now();
  let address = location.pathname;  // another one once the piece is renamed
  const KEPT = () => `loa${account}${address}#`, MINE = () => `${KEPT()}${OPENED}`;  // one store for each opening of the piece
  const meanwhile = new Map();  // fields that were typed while two texts stood side by side
  // `base` is the seal of the text from which somebody goes on typing: what changes elsewhere meanwhile is joined with it
  const pending = new Map();  // fields whose values the desk does not have yet
  let state = told.state, base = told.state.seal, queue = Promise.resolve(), typed = null, apart = null, began = 0, timer = 0, underway = null, others = [], before_others = [], heard = [], isShown = false, savedAt = "", keptAt = "";

  const make = (tag, values = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), values);
    made.append(...children.filter((child) => child !== null && child !== ""));
    return made;
  };
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const clock = () => new Date().toLocaleTimeString("vi", { hour: "2-digit", minute: "2-digit" });

  /* ---- the line of state: the one place that says it, of all that is known ---- */
  const REFUSED = "[data-kind^=refused]";
  function lineOf({ isLocked, isApart, isSaved, isTyping, isRefused, isOffline, hasOthers, troubles, savedAt, keptAt }) {
    if (isLocked) return isSaved ? say.locked : say.lockedTyped;
    if (isApart) return say.othersFirst;  // another text stands beside this one: nobody has chosen yet
    if (isRefused) return isSaved && savedAt ? say.partly : say.notTaken;
    if (isTyping) return isOffline ? say.onlyHere : say.typing;
    if (isSaved) return savedAt ? `${say.saved} ${savedAt}` : say.same;
    return hasOthers ? say.othersFirst : troubles ? say.notKept : `${say.kept} ${keptAt}`.replace(/, *$/, "");
  }
  const showLine = () => {
    const words = lineOf({
      isLocked: told.is_locked, isApart: apart !== null, isSaved: state.is_saved, isTyping: hasMore() || !!window.loaPage?.sync?.isDirty,
      isRefused: !!alarm.querySelector(REFUSED), isOffline: !!alarm.querySelector("[data-kind=offline]"),
      hasOthers: others.length > 0 && isShown, troubles: (state.troubles || []).length > 0, savedAt, keptAt,
    });
    if (kept.textContent !== words) kept.textContent = words;
  };

  /* ---- asking ---- */
  /* `body` is asked anew each time: what is typed meanwhile goes along. Nobody waits without being told why. */
  async function ask(way, body) {
    for (;;) {
      try {
        const asked = JSON.stringify({ seal: state.seal, ...body() });
        const answer = await fetch(`${address}/${way}`, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...ours },
          body: asked,
          keepalive: asked.length < SMALL,
        });
        const next = await read(answer);
        if (next.moved) { follow(next); continue; }
        if (![403, 503].includes(answer.status)) {
          tell("offline");
          return [answer.status, next];
        }
        tell("offline", lost(answer.status === 403 ? "closed" : "unreachable"));
      } catch {
        tell("offline", lost("offline"));
      }
      await wait(AGAIN);
    }
  }
  /* The piece has another name now: what was typed goes along. */
  function follow({ moved, refused }) {
    const old = address, stores = Object.keys(localStorage).filter((key) => key.startsWith(KEPT()) || key === `loa-trang${account}${old}`);
    address = moved;
    for (const key of stores) {
      localStorage.setItem(key.replace(old, moved), localStorage.getItem(key));
      localStorage.removeItem(key);
    }
    history.replaceState(null, "", moved);
    tell("moved", refused, make("p", { className: "choices" }, button(say.openThere, () => { first(); after(() => location.reload()); })));
  }
  /* Words are said to be kept only where there are any. */
  const lost = (why) => (hasMore() || !state.is_saved ? say[why] : say[`${why}Idle`]);
  const unsaved = () => (hasMore() || !state.is_saved ? say.unsaved : say.nothing);
  async function read(answer) {
    const kind = answer.headers.get("content-type") || "";
    if (kind.includes("json")) return answer.json();
    const words = await answer.text();
    return { refused: kind.startsWith("text/plain") && words ? words : unsaved() };
  }
  const after = (work) => (queue = queue.then(work, work));

  function send(edit) {
    return after(async () => {
      let wanted = null;
      const fresh = () => {
        wanted = (typeof edit === "function" ? edit() : edit) || wanted;
        underway = wanted;
        remember();
        const from = wanted?.text !== undefined ? base : wanted?.told;  // the text that the edit is of
        return from ? { seal: from, heard: state.seal, edit: wanted } : { edit: wanted };
      };
      fresh();
      if (wanted === null) return state;
      wrote = Date.now();
      let [status, next] = await ask("nhap", fresh);
      if (status === 409 && wanted.value) {  // a field stands for itself: its value goes onto the new text
        take(next);
        [status, next] = await ask("nhap", fresh);
      }
      if (next.seal) forget(wanted);
      if (status === 200 && wanted.text !== undefined) base = next.own || next.seal;
      if (status === 409 && wanted.text !== undefined && next.text !== wanted.text) return split(next, wanted);
      const isFailed = ![200, 409, 422].includes(status);  // it may be taken the next time
      if (!wanted.blocks) tell(kindOf(wanted), next.refused || "");
      else tell("refused-page", isFailed ? next.refused : "");
      if (status === 200) { settle(); tell("unsaved"); tell("unable"); }
      if (status === 200 && wanted.value) tellEmptied(wanted.value.key, next);
      if (wanted.value && alarm.querySelector("[data-kind=split]")) meanwhile.set(wanted.value.key, wanted);
      if (isFailed && wanted.text !== undefined) { typed ??= wanted.text; underway = null; }
      if (isFailed && wanted.blocks) { underway = null; for (const each of listeners) each(state, { status, edit: wanted }); }
      take(next, { status, edit: wanted, refused: next.refused });
      if (wanted.blocks) tell("refused-blocks", ofPage());  // the page knows now which place it was
      return state;
    });
  }
  /* A quarter that is chosen stands instead of a day, which nobody took out: it is told and comes back. */
  function tellEmptied(key, next) {
    const now = new Map(next.fields.map((each) => [each.key, each]));
    const gone = state.fields.find((each) => ![key, "quarter"].includes(each.key) && written(each) && now.has(each.key) && !written(now.get(each.key)));
    const edit = gone && { value: { key: gone.key, value: gone.value } };
    if (gone) tell("emptied", `${say.emptied.replace("{label}", gone.label)} ${written(gone)}`, make("p", { className: "choices" }, button(say.takeBack, () => { tell("emptied"); send(edit); })));
    else if (key !== "quarter" && written(now.get(key) ?? { value: "" })) tell("emptied");
  }
  /* What the page could not bring into the file, place by place. */
  const ofPage = () => window.loaPage?.sync?.refusal || "";
  /* What was typed and is refused stands for itself; of a button nothing was typed. */
  const kindOf = (edit) => (edit.value ? `refused-${edit.value.key}` : edit.blocks ? "refused-blocks" : edit.text !== undefined ? "refused" : "unable");
  async function save() {
    if (told.is_locked) return state;
    first();
    return after(async () => {
      if (apart !== null) {
        alarm.querySelector("[data-kind=split]")?.scrollIntoView({ block: "center" });
        return state;
      }
      if (others.length && !isShown) {  // nobody saves the words of others without having been told
        isShown = true;
        showLine();
        alarm.querySelector("[data-kind=others]")?.scrollIntoView({ block: "center" });
        return state;
      }
      const [status, next] = await ask("luu", () => ({}));
      tell("unsaved", status === 200 || next.others?.length ? "" : `${unsaved()} ${next.refused || ""}`);
      if (status === 200) { seenOthers(); savedAt = clock(); await keepLost(next); }
      take(next);
      isShown = status !== 200;
      if (status === 200) settle();
      showLine();
      return state;
    });
  }
  function take(next, about = {}) {
    if (!next.seal) return state;
    if (next.seal !== state.seal) keptAt = clock();
    if (!next.has_later) next = askLater(next);
    if (!next.is_saved) savedAt = "";
    state = next;
    if (next.others?.length) tellOthers(next.others, { seal: next.seal, text: next.alone, whole: next.text });
    remember();
    show();
    for (const each of listeners) each(state, about);
    showProblems();  // the page has its blocks now, by which places are called
    showLine();  // and it knows now what is typed in it
    return state;
  }
  /* What is told of the next state of the piece comes once nobody types: until then it stays as it was. */
  let idle = 0;
  function askLater(next) {
    clearTimeout(idle);
    idle = setTimeout(async () => {
      if (hasMore()) return;  // another answer is on its way
      try {
        const all = await (await fetch(`${address}/nhap`)).json();
        if (all.seal === state.seal && !hasMore()) take(all);
      } catch { /* told by the next edit */ }
    }, IDLE);
    return { ...next, problems: [...next.problems, ...state.problems.filter((each) => each.later)] };
  }
  /* What others have typed since this window looked last is told, and is not saved before that. */
  function tellOthers(rows, without) {
    others.push(...rows);
    before_others.push(without);
    heard.push(without);
    isShown = false;
    const lines = others.map(([was, now]) => make("li", {}, was ? make("del", { textContent: was }) : "", was && now ? " → " : "", now ? make("ins", { textContent: now }) : ""));
    tell("others", say.others, make("ul", { className: "others" }, ...lines), make("p", { className: "choices" }, button(say.seenOthers, seenOthers), before_others.every((each) => each.text !== undefined) ? button(say.dropOthers, dropOthers) : ""));
  }
  function seenOthers() {
    if (window.loaPage) window.loaPage.sync.doubled = [];
    others = [];
    before_others = [];
    tell("others");
  }
  /* Words of others that were taken out by hand stay in the earlier versions, too. */
  async function keepLost({ text }) {
    const isLost = (each) => each.whole.split("\n").some((line) => !each.text?.includes(line) && !text.includes(line));
    const lost = heard.findLast(isLost);
    heard = [];
    if (lost) await ask("giu", () => ({ text: lost.whole }));
  }
  /* Their words go out of this text, and stay in the earlier versions; what was typed here stays. */
  function dropOthers() {
    window.loaPage?.sync?.dropDoubled();
    first();
    return after(async () => {
      await ask("giu", () => ({ text: state.text }));
      for (const { seal, text } of before_others.reverse()) {
        const [status, next] = await ask("nhap", () => ({ seal, edit: { omit: text } }));
        if (status !== 200) return take(next);
        take({ ...next, others: [] }, { status });
      }
      seenOthers();
      heard = [];
      return state;
    });
  }
  /* What was told of an earlier button no longer holds. */
  function settle() {
    for (const each of document.querySelectorAll("#tu-choi, main > p.told")) each.remove();
  }

  /* ---- who else is writing here ---- */
  const writers = find("ai-viet"), BEAT = 30000, STILL = 600000;  // milliseconds
  let wrote = 0;
  function beat(about) {
    const isWriting = Date.now() - wrote < STILL;
    return fetch(`${address}/dang`, { method: "POST", headers: { "Content-Type": "application/json", ...ours }, body: JSON.stringify(about || { writes: isWriting }), keepalive: true })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((next) => { if (next) writers.textContent = next.others && `${next.others} ${writers.dataset.more}`; })
      .catch(() => { /* the desk does not answer: that is told where somebody types */ });
  }
  if (writers) {
    setInterval(beat, BEAT);
    addEventListener("pagehide", () => beat({ leaves: true }));
    addEventListener("pageshow", (shown) => { if (shown.persisted) beat(); });
  }

  /* ---- what the desk does not have yet lies in this browser, too ---- */
  const hasMore = () => typed !== null || apart !== null || underway !== null || pending.size > 0;
  const valueEdit = (key) => (pending.has(key) ? { value: { key, value: pending.get(key) } } : null);
  function unsent() {
    const whole = typed ?? apart, text = whole === null ? null : { text: whole };
    const first = underway?.value || (underway?.text !== undefined && text) ? null : underway;
    return [first, text, ...[...pending.keys()].map(valueEdit)].filter(Boolean);
  }
  function remember() {
    const edits = unsent();
    try {
      if (edits.length) localStorage.setItem(MINE(), JSON.stringify({ seal: edits.some((each) => each.text !== undefined) ? base : state.seal, edits }));
      else localStorage.removeItem(MINE());
    } catch { /* a browser that keeps nothing, or has no room: this window still has it */ }
  }
  function forget(edit) {
    underway = null;
    if (edit.value && pending.get(edit.value.key) === edit.value.value) pending.delete(edit.value.key);
    remember();
  }
  const wordsIn = (node) => node.text ?? (node.content || []).map(wordsIn).join((node.content || []).some((each) => each.text !== undefined) ? "" : "\n");
  function plain(edit) {
    if (edit.text !== undefined) return edit.text;
    if (edit.value) return `${state.fields.find((each) => each.key === edit.value.key)?.label || ""}: ${[edit.value.value].flat().join(", ")}`;
    return (edit.blocks || []).flatMap((each) => each.blocks || []).map(wordsIn).join("\n");
  }
  function isHere(edit) {
    if (edit.text !== undefined) return edit.text === state.text;
    const field = edit.value && state.fields.find((each) => each.key === edit.value.key);
    if (edit.value) return !field || written(field) === written({ ...field, value: edit.value.value ?? "" });
    return plain(edit).split("\n").every((line) => state.text.includes(line.trim()));
  }
  /* What an earlier window could not send is offered; where the text has gone on, its words can be copied. */
  function offer() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEPT()) && key !== MINE());
    for (const [number, key] of keys.entries()) {
      const kind = `backup-${number}`, done = () => { tell(kind); localStorage.removeItem(key); };
      let left;
      try { left = JSON.parse(localStorage.getItem(key)); } catch { left = null; }
      // the page keeps its own words, and offers them itself
      if (left?.edits && localStorage.getItem(`loa-trang${account}${address}`)) left.edits = left.edits.filter((each) => !each.blocks);
      if (!Array.isArray(left?.edits) || left.edits.every(isHere)) { localStorage.removeItem(key); continue; }
      const words = left.edits.map(plain).join("\n"), isText = left.edits.some((each) => each.text !== undefined);
      const show = (message, ...choices) => tell(kind, message,
        make("div", { className: "columns" }, column(say.mine, words), isText ? column(say.inDraft, state.text) : ""),
        make("p", { className: "choices" }, ...choices, button(say.forget, () => { after(() => ask("giu", () => ({ text: words }))); done(); })));
      show(say.backup, button(say.takeBack, async () => {
        let isWhole = true;
        for (const edit of left.edits) isWhole = (await back(edit, left.seal)) && isWhole;
        if (isWhole) done();
        else show(say.copy);
      }));
    }
  }
  function back(edit, seal) {
    if (edit.value) return send(edit).then(() => true);
    return after(async () => {
      const [status, next] = await ask("nhap", () => ({ seal: edit.told ?? seal, edit }));
      if (status === 409 && edit.text !== undefined) { split(next, edit); return true; }
      if (next.seal) take(next, { status, edit });
      return status === 200;
    });
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
  const before = [flush, flushFields];
  const first = () => before.forEach((work) => work());
  text?.addEventListener("input", () => {
    typed = text.value;
    remember();
    showLine();
    began ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(flush, Date.now() - began > LONGEST ? 0 : PAUSE);
  });
  addEventListener("beforeunload", (event) => {
    first();
    if (unsent().length || alarm.querySelector(`[data-kind=offline], ${REFUSED}`)) event.preventDefault();
  });
  addEventListener("visibilitychange", first);
  /* Whoever leaves by a link or a button of the desk waits until it has what was typed: no browser need ask. */
  let isLeaving = false;
  function leave(event, go) {
    if (isLeaving || event.defaultPrevented) return;
    event.preventDefault();
    first();
    Promise.race([after(() => wait(0)), wait(AGAIN)]).then(() => {  // a form that is being sent is not sent again
      isLeaving = true;
      go();
      setTimeout(() => (isLeaving = false));
    });
  }
  addEventListener("submit", (event) => {
    if (event.target.method !== "dialog") leave(event, () => event.target.requestSubmit(event.submitter));
  });
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='/']");
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && isPlain && !link.closest(".ProseMirror")) leave(event, () => link.click());
  });
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
    const old = alarm.querySelector(`[data-kind="${kind}"]`);
    if (old && !more.length && old.textContent === message) return;
    old?.remove();
    if (!message) return showLine();
    const line = make("div", { className: "told wrong" }, make("p", { textContent: message }), ...more);
    line.dataset.kind = kind;
    alarm.append(line);
    showLine();
  }
  const button = (words, act, name = "button") => make("button", { type: "button", className: name, textContent: words, onclick: act });
  const column = (words, value) => make("label", {}, words, make("textarea", { readOnly: true, rows: 12, value }));

  /* Two texts beside each other, as people read them, with what differs marked. */
  function sides(mine, other, otherName) {
    const box = make("div", { className: "columns" }, column(say.mine, mine), column(otherName, other));
    fetch(`${address}/khac`, { method: "POST", headers: { "Content-Type": "application/json", ...ours }, body: JSON.stringify({ texts: [mine, other] }) })
      .then((answer) => (answer.ok ? answer.json() : null)).catch(() => null)
      .then((answer) => answer?.rows.length && box.replaceWith(table(answer.rows, [say.mine, otherName])));
    return box;
  }
  const part = ([text, differs, look]) => {
    const words = look ? make("span", { className: `look ${look}`, textContent: text }) : text;
    return differs ? make("mark", {}, words) : words;
  };
  const side = (row, name, kind) => make("td", { className: row.is_same || !row[name] ? "" : kind }, ...(row[name] || []).map(part));
  const pair = (row) => (row.count ? make("tr", { className: "rest" }, make("td", { colSpan: 2, textContent: row.text })) : make("tr", {}, side(row, "before", "gone"), side(row, "after", "new")));
  const table = (rows, names) => make("table", { className: "compare" }, make("thead", {}, make("tr", {}, ...names.map((textContent) => make("th", { scope: "col", textContent })))), make("tbody", {}, ...rows.map(pair)));

  function split(next, edit) {
    const mine = edit.text ?? state.text;
    apart = mine;
    remember();
    const close = (chosen) => async () => {
      apart = null;
      tell("split");
      const other = chosen === "mine" ? next.text : mine;
      await after(() => ask("giu", () => ({ text: other })));
      state = next;
      base = next.seal;
      if (chosen === "mine") send({ text: mine });
      else take(next);
      for (const edit of meanwhile.values()) send(edit);
      meanwhile.clear();
    };
    tell("split", say.split,
      sides(mine, next.text, say.theirs),
      make("p", { className: "choices" }, button(say.keepMine, close("mine")), button(say.takeTheirs, close("theirs"))));
    return state;
  }
  let compared = "";
  function beneath() {
    const there = state.beneath, now = there === null || there === undefined ? "" : `${state.seal} ${state.beneath_seal}`;
    if (now && now === compared) return;
    compared = now;
    tell("beneath");
    if (!now) return;
    tell("beneath", state.is_gone ? say.gone : say.beneath,
      sides(state.text, there, say.inFile),
      make("p", { className: "choices" },
        button(say.keepMine, () => send({ onto: state.beneath_seal })),
        state.is_gone ? "" : button(say.takeFile, drop)));
  }
  const drop = () => after(async () => take((await ask("bo", () => ({})))[1]));
  find("bo-ban-nhap")?.addEventListener("click", async () => {
    await drop();
  });

  /* ---- showing ---- */
  function show() {
    const troubles = (state.troubles || []).join(" ");
    if (state.is_saved) find("lay-lai")?.remove();
    const isFree = typed === null && apart === null && underway?.text === undefined;
    if (text && isFree && text.value !== state.text) {
      const [from, to] = [text.selectionStart, text.selectionEnd];
      text.value = state.text;
      text.setSelectionRange(from, to);
    }
    if (!text || isFree || text.value === state.text) base = state.seal;
    for (const seal of document.querySelectorAll("input[name=dau]")) seal.value = state.seal;
    tell("troubles", troubles);
    beneath();
    showHead();
    showProblems();
    showFields();
    showMeasures();
    showBrief();
    showResult();
    showLine();
  }
  /* Title, state and lock as they are now. */
  function showHead() {
    const heading = document.querySelector("h1");
    if (state.heading && heading.textContent !== state.heading) {
      document.title = document.title.replace(heading.textContent, state.heading);
      heading.textContent = state.heading;
    }
    if (state.state) find("tinh-trang").replaceChildren(make("span", { className: `sign ${state.sign}`, ariaHidden: "true" }), ` ${state.state}`);
    tell("lock", state.is_locked === told.is_locked ? "" : state.is_locked ? say.lockedNow : say.openNow, button(say.reload, () => location.reload()));
  }
  const isPage = () => !find("trang-viet")?.hidden;
  /* A field by its label, a block of the page by its words; lines are counted only where they are seen. */
  const place = ({ line, place }) => place || (isPage() ? window.loaTrang?.place?.(line) || say.here : `${say.line} ${line}`);
  function goToField(key) {
    const made = find(`o-${key}`);
    made?.scrollIntoView({ block: "center" });
    made?.focus({ preventScroll: true });
  }
  const leads = (each) => each.fields.filter(({ key, label }) => label !== each.place && find(`o-${key}`)).map(({ key, label }) => button(`${say.toField} “${label}”`, () => goToField(key), "plain leads"));
  /* What the screen is about stays in sight at the top, however far down somebody writes. */
  function showBrief() {
    const length = state.measure.find((each) => each.of);
    find("tom-tat").replaceChildren(
      length ? make("a", { href: "#do-dai", className: length.fit, textContent: `${length.now} ${say.of} ${length.of}` }) : "", " ",
      make("a", { href: "#can-xem", textContent: `${say.look} ${state.problems.length}` }));
  }
  function showProblems() {
    const list = find("can-xem"), { seal } = state;
    list.querySelector(".count").textContent = state.problems.length;
    list.querySelector(".empty")?.remove();
    const items = state.problems.map((each) => make("li", { className: each.is_error ? "late" : "" },
      each.line ? button(`${place(each)}:`, () => go(each), "plain") : "", " ",
      each.later ? make("b", { textContent: `${each.later} ` }) : "", make("span", { textContent: isPage() ? each.message : each.message_as_text }), " ", make("small", { textContent: isPage() ? each.advice : each.as_text }),
      each.example ? make("pre", { textContent: isPage() ? each.example : each.example_as_text }) : "",
      each.is_of_text && isPage() ? button(say.asText, () => { find("cach-xem").click(); go(each); }, "plain") : "",
      each.mend ? button(say.mend, () => { first(); send({ mend: each.mend, told: seal }); }) : "",
      each.offer && !told.is_locked ? button(each.offer.label, () => { first(); send({ value: each.offer.value }); }) : "", speaks(each), " ", ...(told.is_locked ? [] : leads(each))));
    const stay = staying(list);
    list.querySelector("ul, .empty")?.remove();
    list.append(items.length ? make("ul", { className: "problems" }, ...items) : make("p", { className: "empty", textContent: say.fine }));
    stay();
  }
  /* Whoever stands at a button of the list stays there when it is made anew; who has pressed it goes on to the next of its kind. */
  let pressed = null;
  addEventListener("click", ({ target }) => { pressed = target; }, true);
  function staying(list) {
    const at = document.activeElement, about = list.contains(at) && at.closest("li")?.textContent;
    if (!about) return () => {};
    const alike = () => [...list.querySelectorAll("li button")].filter((each) => each.textContent === at.textContent);
    const nth = alike().indexOf(at), isDone = pressed === at;
    return () => {
      const now = alike(), far = (each) => Math.abs(now.indexOf(each) - nth);
      const [same] = isDone ? [] : now.filter((each) => each.closest("li").textContent === about).sort((one, other) => far(one) - far(other));
      const next = same || now[Math.min(nth, now.length - 1)];
      list.tabIndex = -1;
      (next || list).focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    };
  }
  /* Whose words a paragraph is, by one click where its name stands before it. */
  function speaks({ code, line }) {
    if (code !== "speaker-read-aloud" || !isPage() || told.is_locked) return "";
    return button(say.speaker, () => find("trang-viet").dispatchEvent(new CustomEvent("loa:noi", { detail: { line } })));
  }
  function go({ line, column: at, width, place, fields }) {
    if (place && isPage() && fields.length) return goToField(fields[0].key);
    find("trang-viet").dispatchEvent(new CustomEvent("loa:den", { detail: { line, column: at, width } }));
    if (!text || text.closest("[hidden]")) return;
    const start = text.value.split("\n").slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + Math.max(0, at - 1);
    text.focus();
    text.setSelectionRange(start, start + width);
  }
  const fields = find("cac-o");
  const written = (field) => (Array.isArray(field.value) ? field.value.join(field.kind === "sources" ? "\n" : ", ") : field.value);
  const typedIn = { list: /\s*[,;\n]\s*/, sources: /\s*\n\s*/ };  // what stands between several values
  function control(field) {
    const id = `o-${field.key}`, value = written(pending.has(field.key) ? { ...field, value: pending.get(field.key) ?? "" } : field);
    if (["choice", "quarter"].includes(field.kind)) {
      const known = [...field.choices];
      if (value && !known.some((each) => each.value === value)) known.unshift({ value, title: value });
      if (!field.is_needed || !value) {
        if (!known.some((each) => each.value === "")) known.unshift({ value: "", title: say.unset });
      }
      return make("select", { id }, ...known.map((each) => new Option(each.title, each.value, false, each.value === value)));
    }
    if (field.kind === "lines") return make("textarea", { id, rows: 2, value, placeholder: field.example });
    if (field.kind === "sources") return make("textarea", { id, rows: field.has_many ? 3 : 2, value, placeholder: field.example });
    return make("input", { id, value, placeholder: field.example, autocomplete: "off" });
  }
  function row(field) {
    const made = control(field), each = { list: say.commas, sources: field.has_many ? say.lines : "" }[field.kind] || "";
    const help = make("small", { id: `g-${field.key}` }, field.planned ? make("b", { textContent: `${field.planned}. ` }) : "", `${field.help} ${each}`);
    made.setAttribute("aria-describedby", help.id);
    const hold = () => {
      const value = field.has_many && typedIn[field.kind] ? made.value.split(typedIn[field.kind]).map((part) => part.trim()).filter(Boolean) : made.value.trim();
      const now = state.fields.find((each) => each.key === field.key);
      if (!pending.has(field.key) && now && written({ ...now, value }) === written(now)) return;
      pending.set(field.key, value.length ? value : null);
      remember();
      showLine();
    };
    made.addEventListener("input", () => {
      hold();
      clearTimeout(fieldTimer);
      if (made.value.trim()) fieldTimer = setTimeout(flushFields, PAUSE);  // an emptied field may be about to be filled anew
    });
    made.addEventListener("change", () => {
      hold();
      first();
    });
    return make("div", { className: "field" }, make("label", { htmlFor: made.id, textContent: field.label }), made, help, field.kind === "sources" ? chooser(field) : "");
  }
  /* A document is chosen by its title; what is put into the field are words, which can be typed as well. */
  function chooser(field) {
    const titles = make("select", {}, new Option(say.document, ""), ...field.choices.map((each) => new Option(each.title, each.value)));
    const line = make("input", { inputMode: "numeric", autocomplete: "off", size: 4 });
    titles.setAttribute("aria-label", `${field.label}: ${say.document}`);
    line.setAttribute("aria-label", say.lineOf);
    line.placeholder = say.lineOf;
    const put = () => {
      const made = find(`o-${field.key}`);
      if (!titles.value) return titles.focus();
      const source = line.value.trim() ? `${titles.value}, ${say.lineOf} ${line.value.trim()}` : titles.value;
      made.value = field.has_many && made.value.trim() ? `${made.value.trim()}\n${source}` : source;
      [titles.value, line.value] = ["", ""];
      made.dispatchEvent(new Event("change"));
      made.focus();
    };
    line.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); put(); } });
    return field.choices.length ? make("div", { className: "chooser" }, titles, line, button(say.add, put)) : "";
  }
  let shape = "", fieldTimer = 0;
  function flushFields() {
    clearTimeout(fieldTimer);
    for (const key of pending.keys()) send(() => valueEdit(key));
  }
  fields?.addEventListener("submit", (event) => event.preventDefault());
  fields?.addEventListener("focusout", () => setTimeout(showFields));
  function showFields() {
    if (!fields || told.is_locked) return;
    const inside = fields.contains(document.activeElement) && document.activeElement;
    const now = JSON.stringify(state.fields.map((field) => [field.key, field.planned, field.choices.map((each) => [each.value, each.title])]));
    if (now !== shape) {
      if (inside) return;  // nobody's field goes while he types into it
      shape = now;
      const groups = new Map(state.fields.map((field) => [field.group, []]));
      for (const field of state.fields) groups.get(field.group).push(row(field));
      fields.replaceChildren(...[...groups].map(([name, rows]) => make("fieldset", {}, make("legend", { textContent: name }), ...rows)));
      fields.hidden = !state.fields.length;
      return;
    }
    for (const field of state.fields) {
      const made = find(`o-${field.key}`);
      if (made && made !== document.activeElement && !pending.has(field.key) && made.value !== written(field)) made.replaceWith(row(field).querySelector(`#${made.id}`));
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
  proof?.addEventListener("error", async () => {
    proof.alt = say.noProof;
    const why = await fetch(proof.src).then((answer) => (answer.ok ? "" : answer.text())).catch(() => "");
    if (why) proof.alt = why;
  });
  const large = find("phac-lon"), enlarged = large?.querySelector("img");
  proof?.addEventListener("load", () => { if (large.open) enlarged.src = proof.src; });
  find("mo-phac")?.addEventListener("click", () => {
    enlarged.src = proof.src;
    large.showModal();
  });
  large?.addEventListener("click", (event) => { if (event.target === large) large.close(); });
  find("mo-xem")?.addEventListener("click", (event) => {
    event.preventDefault();
    result.hidden = !result.hidden;
    event.currentTarget.setAttribute("aria-expanded", String(!result.hidden));
    shown = "";
    showResult();
    if (!result.hidden) result.scrollIntoView({ block: "nearest" });
  });

  /* What stays in sight below the bar at the top lies right beneath it, however tall it is. */
  const stays = document.querySelector(".stays");
  new ResizeObserver(() => document.documentElement.style.setProperty("--stays", `${stays.offsetHeight}px`)).observe(stays);

  window.loaTrang = {
    get state() { return state; },
    get address() { return address; },
    beforeSave: (work) => before.push(work),
    send: (edit) => { flush(); return send(edit); },
    show: () => show(),
    sendBlocks: (edit) => send(() => edit() || (tell("refused-blocks", ofPage()), null)),
    typing: showLine,
    lineOf,
    save,
    settle: () => { first(); return after(() => {}); },
    upload: (way, form) => { first(); return after(async () => {
      form.set("seal", state.seal);
      try {
        const answer = await fetch(`${address}/${way}`, { method: "POST", headers: ours, body: form }), next = await read(answer);
        take(next);
        return next;
      } catch { return { refused: say.offline }; }
    }); },
    on: (listener) => listeners.add(listener),
  };
  show();
  offer();
  if (location.hash.startsWith("#o-")) goToField(location.hash.slice(3));
  /* What the page offers stands beside its words, which may lie far below: it is told at the top, too. */
  addEventListener("load", () => {
    const buttons = [...document.querySelectorAll("#trang-viet .note button")];
    const inside = buttons.find((each) => each.textContent === say.takeBack);
    if (!inside) return;
    const note = inside.parentNode, [take, leave] = note.querySelectorAll("button");
    const other = alarm.querySelector("[data-kind^=backup-]");
    note.hidden = true;  // one box for all that was typed: one press brings all of it back
    for (const each of [take, leave]) each?.addEventListener("click", () => { note.hidden = false; tell("backup-page"); });
    const alone = () => tell("backup-page", say.backup, make("p", { className: "choices" }, button(say.takeBack, () => take.click()), leave ? button(say.forget, () => leave.click()) : ""));
    if (!other) return alone();
    const [takeOther, leaveOther] = other.querySelectorAll("button");
    takeOther?.addEventListener("click", () => take.click());
    leaveOther?.addEventListener("click", alone);
  });
  addEventListener("DOMContentLoaded", () => {
    for (const each of document.querySelectorAll("#tu-choi [data-line]")) {
      const line = Number(each.dataset.line);
      each.replaceWith(button(`${place({ line })}:`, () => go({ line, column: 1, width: 0, fields: [] }), "plain"));
    }
  });
  setTimeout(async () => {
    try {
      const all = await (await fetch(`${address}/loi`, { headers: ours })).json();
      if (all.seal === state.seal) take(all);
    } catch { /* told by the next edit */ }
  }, 500);
})();
