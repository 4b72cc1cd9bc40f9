/* What is made in the background, as it goes on; and what preflight says, once it has looked. */
(() => {
  const working = document.querySelector("[data-working]");
  const put = (name, text) => { const at = working.querySelector(name); if (at.textContent !== text) at.textContent = text; };
  async function follow() {
    try {
      const told = await (await fetch("/tien-do")).json();
      if (!told.running) return location.replace(location.pathname + location.search);  // with #main it would only scroll
      put("[data-step]", told.step);
      put("[data-count]", told.count);
      const bar = working.querySelector("[data-bar]");
      if (told.total) { bar.max = told.total; bar.value = told.done; } else bar.removeAttribute("value");
    } catch { /* the desk may be busy: asked again */ }
    setTimeout(follow, 700);
  }
  if (working) setTimeout(follow, 300);
  const waiting = document.querySelector("[data-from]");
  async function look() {
    try {
      const answer = await fetch(waiting.dataset.from);
      if (!answer.ok) throw new Error();
      waiting.innerHTML = await answer.text();
    } catch { waiting.textContent = waiting.dataset.failed; }
  }
  if (waiting) look();
})();
