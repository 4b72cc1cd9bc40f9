/* What every room does. On a narrow screen they scroll beside each other: the one that is open is in sight. */
"use strict";
(() => {
  const open = document.querySelector(".head nav [aria-current]");
  if (open) open.parentElement.scrollLeft = open.offsetLeft - (open.parentElement.clientWidth - open.offsetWidth) / 2;

  /* Back and reloading show a screen again, and send no form once more: an answer stands at the address of its screen. */
  const at = document.querySelector("[data-at]")?.dataset.at;
  if (at || !location.pathname.endsWith("/tep")) history.replaceState(history.state, "", at || location.href);

  /* A form that is on its way is not sent once more: the second half of a double click would be told that all is done already. */
  const TWICE = 3000;  // milliseconds
  const sent = new WeakMap();  // of a form: when, and by which button
  let pressed = null;
  addEventListener("submit", (event) => {
    const { at, by } = sent.get(event.target) ?? { at: 0 };
    pressed = event.submitter;
    if (by !== pressed || Date.now() - at > TWICE) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  /* Words that are typed into a form are not left behind unasked; while one form is sent, those of the others wait for its answer. */
  const WORDS = ["text", "textarea", "search", "number"], TICKS = ["checkbox", "radio"];
  const isRefused = performance.getEntriesByType("navigation")[0]?.responseStatus === 422 && !document.getElementById("van-ban");  // what it shows was typed, and lies nowhere else
  const isTyped = (field) => WORDS.includes(field.type) && field.value.trim() !== (isRefused ? "" : field.defaultValue.trim());
  const forms = () => [...document.querySelectorAll("form[method=post]:not(#van-ban)")];
  const fieldsOf = (some) => some.flatMap((form) => [...form.elements]).filter((field) => field.name && field.type !== "hidden");
  const wait = `loa-o${document.body.dataset.account || ""}${location.pathname}`;
  const actsOf = (form) => [...form.querySelectorAll("[name=viec]")].map((each) => each.value);
  const nameOf = (field) => [field.form.action, actsOf(field.form), field.name, TICKS.includes(field.type) ? field.value : ""].join(" ");
  function isChanged(field) {
    if (TICKS.includes(field.type)) return field.checked !== field.defaultChecked;
    if (field.options) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((each) => each.defaultSelected));
    return WORDS.includes(field.type) && field.value !== field.defaultValue;
  }
  /* What an answer shows in a tray was typed there before, and lies nowhere else. */
  const isOwed = (field) => isChanged(field) || (field.form.matches(".tray") && !TICKS.includes(field.type) && field.type !== "submit" && field.value !== "");
  let isSent = false;
  addEventListener("formdata", ({ target }) => {
    if (target.method !== "post") return;
    sent.set(target, { at: Date.now(), by: pressed });
    isSent = true;
    const typed = fieldsOf(forms().filter((form) => form !== target)).filter(isOwed);
    if (typed.length) sessionStorage.setItem(wait, JSON.stringify(typed.map((field) => [nameOf(field), field.value, field.checked])));
  });
  const later = [];  // whose form is not here now
  for (const [name, value, checked] of JSON.parse(sessionStorage.getItem(wait) || "[]")) {
    const [field, ...others] = fieldsOf(forms()).filter((each) => nameOf(each) === name);
    if (!field) later.push([name, value, checked]);
    if (!field || others.length || isChanged(field)) continue;
    if (TICKS.includes(field.type)) field.checked = checked;
    else field.value = value;
    field.closest("details")?.setAttribute("open", "");
  }
  if (later.length) sessionStorage.setItem(wait, JSON.stringify(later));
  else sessionStorage.removeItem(wait);
  addEventListener("input", () => { isSent = false; });
  addEventListener("beforeunload", (event) => {
    if (!isSent && fieldsOf(forms()).some(isTyped)) event.preventDefault();
  });
})();
