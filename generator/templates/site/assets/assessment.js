// A self-assessment: counts answers as they are given (as `assess` of the engine does), keeps them in the address after #.
// Nothing is sent anywhere: what stands after # never leaves the browser.
(() => {
  "use strict";

  const form = document.querySelector("form[data-assessment]");
  if (!form) return;
  const told = JSON.parse(form.dataset.assessment), { stamp, open } = form.dataset, worth = Number(form.dataset.most);
  const all = (selector, from = form) => [...from.querySelectorAll(selector)];
  const one = (selector) => form.querySelector(selector);
  const groups = all("[data-group]").map((each) => all("fieldset", each)), asked = groups.flat();
  const lists = all("[data-pace]"), said = one(".assess__told");
  const steps = new Map(all("[data-step]").map((each) => [each.dataset.step, each]));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const answer = (fieldset) => fieldset.querySelector("input:checked")?.value ?? open;
  const answers = () => asked.map(answer);
  const scoreOf = (fieldsets) => {
    const counted = fieldsets.map(answer).filter((sign) => /\d/.test(sign)).map(Number);
    return { points: counted.reduce((sum, each) => sum + each, 0), most: worth * counted.length };
  };

  const show = () => {
    const signs = answers(), given = signs.filter((sign) => sign !== open).length, scores = groups.map(scoreOf);
    const sum = (key) => scores.reduce((total, each) => total + each[key], 0);
    const isEmpty = !given;
    form.classList.toggle("assess__form--answered", !isEmpty);
    one("[data-progress]").textContent = fill(told.progress, { answered: given, all: signs.length });
    for (const each of all(".assess__scores, .assess__acts, .assess__lists, .assess__note")) each.hidden = isEmpty;
    one("[data-points]").textContent = sum("points");
    one("[data-most]").textContent = sum("most");
    let weakest = -1;
    scores.forEach(({ points, most }, at) => {
      one(`[data-bar="${at + 1}"]`).setAttribute("width", most ? 100 * points / most : 0);
      one(`[data-score="${at + 1}"]`).textContent = most ? fill(told.points, { points, most }) : "–";
      const least = scores[weakest];
      if (points < most && (!least || points / most < least.points / least.most)) weakest = at;
    });
    one("[data-weakest]").textContent = weakest < 0 ? told.best : fill(told.weakest, { group: all("[data-group]")[weakest].dataset.group });
    for (const list of lists) {
      const mine = all("[data-step]", list).sort((a, b) => a.dataset.step - b.dataset.step);
      const wanted = ["0", "1"].flatMap((sign) => mine.filter((each) => signs[each.dataset.step - 1] === sign));
      for (const each of mine) each.hidden = !wanted.includes(each);
      list.append(...wanted);
      const none = list.parentElement.querySelector("[data-none]");
      none.hidden = Boolean(wanted.length);
      none.textContent = told.none;
    }
  };
  const keep = () => {
    const typed = answers().join("");
    history.replaceState(null, "", asked.some((each) => answer(each) !== open) ? `#${stamp}=${typed}` : location.pathname);
  };
  const take = () => {
    const [of, typed] = location.hash.slice(1).split("=");
    if (typed === undefined) return;
    const fits = of === stamp && typed.length === asked.length && /^[012.-]*$/.test(typed);
    said.textContent = fits ? "" : told.unfit;
    if (fits) asked.forEach((each, at) => all("input", each).forEach((input) => { input.checked = input.value === typed[at]; }));
  };

  form.addEventListener("change", () => { said.textContent = ""; show(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); keep(); asked[0].querySelector("input").focus(); }));
  one("[data-act=print]").addEventListener("click", () => print());
  one("[data-act=copy]").addEventListener("click", async () => {
    keep();
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = told.copied;
    } catch {
      said.textContent = location.href;
    }
  });
  addEventListener("hashchange", () => { take(); show(); });
  take();
  for (const each of all(".assess__progress")) each.hidden = false;
  for (const each of all(".assess__hand, .assess__tally")) each.hidden = true;
  show();
})();
