// Small things that need the reader's browser: the menu, the search button, a proof seen large, which day is today, and copying an address.
(() => {
  "use strict";

  const menu = document.getElementById("muc-luc");
  const menuButton = document.querySelector("[data-opens=menu]");
  const show = (open) => {
    menu.classList.toggle("menu--open", open);
    menuButton.setAttribute("aria-expanded", String(open));
  };
  menuButton?.addEventListener("click", () => show(!menu.classList.contains("menu--open")));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.classList.contains("menu--open")) {
      show(false);
      menuButton.focus();
    }
  });

  // A proof as large as one wants; without script the link opens the picture itself.
  const zoom = document.querySelector("dialog.zoom");
  const opener = document.querySelector("a[data-zoom]");
  if (zoom?.showModal && opener) {
    const view = zoom.querySelector(".zoom__view");
    const scale = zoom.querySelector(".zoom__scale");
    const [most, step] = [4, Math.SQRT2];
    const shown = opener.querySelector("img");
    const large = new Image();
    let factor = 1;
    const fit = () => Math.min(view.clientWidth / shown.naturalWidth, view.clientHeight / shown.naturalHeight, 1);
    const set = (wanted) => {
      const [x, y] = [view.scrollLeft + view.clientWidth / 2, view.scrollTop + view.clientHeight / 2];
      const before = factor;
      factor = Math.min(most, Math.max(Math.min(0.25, fit()), wanted));
      large.width = Math.round(shown.naturalWidth * factor);
      view.scrollLeft = (x * factor) / before - view.clientWidth / 2;
      view.scrollTop = (y * factor) / before - view.clientHeight / 2;
      scale.value = `${Math.round(factor * 100)} %`;
    };
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      large.src = opener.href;
      large.alt = shown.alt;
      view.replaceChildren(large);
      zoom.showModal();
      set(fit());
    });
    for (const button of zoom.querySelectorAll("[data-zoom-by]")) {
      button.addEventListener("click", () => set(factor * step ** Number(button.dataset.zoomBy)));
    }
    zoom.addEventListener("keydown", (event) => {
      const by = { "+": 1, "=": 1, "-": -1 }[event.key];
      if (by) set(factor * step ** by);
    });
    zoom.querySelector("[data-zoom-close]").addEventListener("click", () => zoom.close());
    zoom.addEventListener("close", () => opener.focus());
  }

  // The search comes when it is first wanted; if it cannot, its own page still leads to the sections.
  const finder = document.querySelector("[data-opens=search]");
  const standing = document.querySelector("form.find");
  const code = new URL("search.js", document.currentScript.src);
  const find = () => {
    if (standing) standing.elements.q.focus();
    else import(code).then((search) => search.open(finder.href)).catch(() => location.assign(finder.href));
  };
  if (standing) import(code).then((search) => search.stand(standing));
  finder?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    find();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
    if (!finder || typing || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    find();
  });

  // Of a row of ways that is wider than the screen, the one that is here is seen.
  for (const here of document.querySelectorAll(".strip [aria-current]")) {
    const row = here.closest("ul");
    row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }

  // The pages are the same bytes every day: only the browser knows the date. Vietnam keeps +07:00 all year.
  const today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
  for (const cell of document.querySelectorAll(`[data-date="${today}"]`)) {
    cell.classList.add("today");
    cell.setAttribute("aria-current", "date");
  }

  // Of what waits for its day, the next ones; where all are over, the list stays as it was made.
  for (const list of document.querySelectorAll("[data-next]")) {
    const over = (item) => (item.querySelector("time")?.dateTime ?? "").slice(0, 10) < today;
    const ahead = [...list.children].filter((item) => !over(item)).slice(0, Number(list.dataset.next));
    for (const item of ahead.length ? list.children : []) item.hidden = !ahead.includes(item);
  }

  // Without the clipboard (an old browser, a page without https) the buttons stay hidden: the address is there to mark.
  const status = document.querySelector("[data-copied]");
  for (const button of navigator.clipboard ? document.querySelectorAll("button[data-copy]") : []) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      document.querySelector(".follow__copy.done")?.classList.remove("done");
      button.classList.add("done");
      status.textContent = status.dataset.copied;
    });
  }
})();
