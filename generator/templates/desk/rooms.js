/* What every room does. On a narrow screen they scroll beside each other: the one that is open is in sight. */
"use strict";
(() => {
  const open = document.querySelector(".head nav [aria-current]");
  if (open) open.parentElement.scrollLeft = open.offsetLeft - (open.parentElement.clientWidth - open.offsetWidth) / 2;

  /* Back and reloading show a screen again, and send no form once more: an answer stands at the address of its screen. */
  const at = document.querySelector("[data-at]")?.dataset.at;
  if (at || !location.pathname.endsWith("/tep")) history.replaceState(history.state, "", at || location.href);

  /* Words that are typed into a form are not left behind unasked. */
  const WORDS = ["text", "textarea", "search", "number"];
  const isTyped = (field) => WORDS.includes(field.type) && field.value.trim() !== field.defaultValue.trim();
  let isSent = false;
  addEventListener("submit", () => { isSent = true; });
  addEventListener("input", () => { isSent = false; });
  addEventListener("beforeunload", (event) => {
    const forms = [...document.querySelectorAll("form[method=post]:not(#van-ban)")];
    if (!isSent && forms.some((form) => [...form.elements].some(isTyped))) event.preventDefault();
  });
})();
