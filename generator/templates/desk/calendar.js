/* Dragging in the calendar: what a day would bring is asked of the desk before it is dropped there.
   Without this script a slot is moved by its link “Đổi ngày …”; both send the same form. */
"use strict";
(() => {
  const grid = document.querySelector(".grid"), place = document.getElementById("truoc");
  if (!grid || !place) return;
  const PAUSE = 40;  // milliseconds over a day before it is asked for
  const where = `xem=${grid.dataset.form}&ngay=${grid.dataset.day}`;
  let entry = null, cell = null, timer = 0, known = new Map(), free = [], isDropped = false;

  const ask = (day) => {
    if (!known.has(day)) {
      const address = `/lich/${entry.dataset.handle}/truoc?sang=${day}&${where}`;
      const told = async () => {
        const answer = await fetch(address);
        return [200, 422].includes(answer.status) ? answer.text() : "";
      };
      known.set(day, told().catch(() => ""));
    }
    return known.get(day);
  };
  async function show(on) {
    const html = await ask(on.dataset.date);
    if (on !== cell) return null;
    place.innerHTML = html || '<section class="ahead warned" tabindex="-1"><p></p></section>';
    const panel = place.querySelector(".ahead");
    if (!html) panel.firstElementChild.textContent = place.dataset.silent;
    on.classList.toggle("warns", !("fine" in panel.dataset));
    panel.classList.add("near", "passing");
    const box = on.getBoundingClientRect(), width = panel.offsetWidth, height = panel.offsetHeight;
    const isRight = box.right + width + 12 < innerWidth;
    const top = Math.max(60, Math.min(box.top, innerHeight - height - 12));
    panel.style.left = `${scrollX + (isRight ? box.right + 8 : Math.max(8, box.left - width - 8))}px`;
    panel.style.top = `${scrollY + top}px`;
    return panel;
  }
  function leave() {
    cell?.classList.remove("over", "warns");
    cell = null;
    clearTimeout(timer);
  }
  function close() {
    place.replaceChildren();
    leave();
  }
  async function markFree() {
    const mine = entry;
    const answer = await fetch(`/lich/${mine.dataset.handle}/vua?${where}`).catch(() => null);
    const days = answer?.ok ? await answer.json() : [];
    if (entry !== mine) return;
    free = days.map((day) => grid.querySelector(`[data-date="${day}"]`)).filter(Boolean);
    for (const each of free) each.classList.add("free");
  }

  for (const each of document.querySelectorAll("[data-handle]")) {
    each.draggable = true;
    for (const link of each.querySelectorAll("a")) link.draggable = false;
    each.addEventListener("dragstart", (event) => {
      close();
      entry = each;
      known = new Map();
      isDropped = false;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", each.innerText);
      requestAnimationFrame(() => each.classList.add("moving"));
      markFree();
    });
    each.addEventListener("dragend", () => {
      each.classList.remove("moving");
      for (const day of free) day.classList.remove("free");
      free = [];
      if (!isDropped) close();
      entry = isDropped ? entry : null;
    });
  }
  grid.addEventListener("dragover", (event) => {
    const on = event.target.closest("[data-date]");
    if (!entry || !on) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    if (on === cell) return;
    leave();
    cell = on;
    on.classList.add("over");
    timer = setTimeout(() => show(on), PAUSE);
  });
  grid.addEventListener("drop", async (event) => {
    const on = event.target.closest("[data-date]");
    if (!entry || !on) return;
    event.preventDefault();
    isDropped = true;
    clearTimeout(timer);
    cell = on;
    const panel = await show(on);
    if (!panel) return;
    panel.classList.remove("passing");
    const first = panel.querySelector("button");
    if ("fine" in panel.dataset && first) return first.click();
    (first || panel.querySelector("[data-leave]") || panel).focus();
  });
  function back() {
    const link = entry?.querySelector(".move");
    close();
    link?.focus();
    entry = null;
  }
  place.addEventListener("click", (event) => {
    if (!event.target.closest("[data-leave]") || !entry) return;
    event.preventDefault();
    back();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && entry && place.firstElementChild) back();
  });
})();
