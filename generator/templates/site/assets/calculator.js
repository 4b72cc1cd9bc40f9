// A calculator of the page: reads figures as they are typed in Vietnamese, computes, keeps them in the address after #.
// Nothing is sent anywhere: what stands after # never leaves the browser.
(() => {
  "use strict";

  const form = document.querySelector("form[data-calculator]");
  if (!form) return;
  const { variables, answers, significant, told } = JSON.parse(form.dataset.calculator);
  const status = form.querySelector("[role=status]");
  const NUMBER = /^([-−]?)([1-9]\d{0,2}(?:(?:\.\d{3}){1,9}|(?: \d{3}){1,9})|\d{1,30})(?:,(\d{1,30}))?$/;
  const DOUBTFUL = /^[-−]?\d+(?:[., ]\d+)+$/, ENGLISH = /^[-−]?[1-9]\d{0,2},\d{3}$/;

  // As `read_number` of the engine reads; else the name of what is wrong with it.
  const read = (typed) => {
    const text = typed.replace(/[\u00a0\u2009\u202f]/g, " ").trim(), found = NUMBER.exec(text);
    if (!text) return "empty";
    if (!found || ENGLISH.test(text)) return DOUBTFUL.test(text) ? "doubtful" : "form";
    return Number(`${found[1] && "-"}${found[2].replace(/[. ]/g, "")}${found[3] ? `.${found[3]}` : ""}`);
  };
  const grouped = (number) => {
    const [whole, part] = number.split(".");
    return whole.replace(/\B(?=(\d{3})+$)/g, ".") + (part ? `,${part}` : "");
  };
  const plain = (number) => Number(number).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
  const shown = (number) => grouped(plain(Number(number).toPrecision(significant)));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const value = (formula, given) => {
    if (typeof formula === "number") return formula;
    if (typeof formula === "string") return given[formula];
    const [left, right] = formula.slice(1).map((side) => value(side, given));
    return { "+": left + right, "-": left - right, "*": left * right, "/": left / right, root: left ** (1 / right) }[formula[0]];
  };

  const wrong = (name, field) => {
    const number = read(field.value), [least, most, unit] = variables[name];
    if (typeof number === "string") return told[number];
    if (number >= least && number <= most) return "";
    return fill(told.bounds, { least: grouped(plain(least)), most: grouped(plain(most)), unit });
  };
  const reckon = () => {
    const given = {};
    let isWhole = true;
    for (const name of Object.keys(variables)) {
      const field = form.elements[name], message = wrong(name, field);
      document.getElementById(`sai-${name}`).textContent = message;
      field.toggleAttribute("aria-invalid", Boolean(message));
      if (message) field.setAttribute("aria-invalid", "true");
      given[name] = read(field.value);
      isWhole &&= !message;
    }
    let isSensible = true;
    for (const [name, formula] of answers) {
      given[name] = isWhole ? value(formula, given) : NaN;
      isSensible &&= !isWhole || (Number.isFinite(given[name]) && given[name] >= 0);
      form.elements[name].value = isWhole && isSensible ? shown(given[name]) : "–";
    }
    status.textContent = isSensible ? "" : told.senseless;
    return isWhole;
  };
  const keep = () => {
    const typed = Object.keys(variables).map((name) => [name, form.elements[name].value.trim()]);
    history.replaceState(null, "", `#${new URLSearchParams(typed)}`);
  };
  const take = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of Object.keys(variables)) if (given.has(name)) form.elements[name].value = given.get(name).slice(0, 40);
  };

  form.addEventListener("input", () => { reckon(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { reckon(); history.replaceState(null, "", location.pathname); }));
  form.querySelector("[data-reckon=print]").addEventListener("click", () => print());
  form.querySelector("[data-reckon=copy]").addEventListener("click", async () => {
    keep();
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = told.copied;
    } catch {
      status.textContent = location.href;
    }
  });
  addEventListener("hashchange", () => { take(); reckon(); });
  take();
  reckon();
})();
