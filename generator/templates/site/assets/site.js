// Small things that need the reader's browser: the menu, the search button, which day is today, and copying an address.
(() => {
  "use strict";

  // Material takes every “alternate” for a translation and asks for a sitemap beside it: feeds are none.
  for (const link of document.querySelectorAll("link[rel=alternate]")) {
    link.rel = "alternate feed";
  }

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

  const searchToggle = document.getElementById("__search");
  document.querySelector("[data-opens=search]")?.addEventListener("click", () => {
    searchToggle.checked = true;
    searchToggle.dispatchEvent(new Event("change"));
  });

  // The pages are the same bytes every day: only the browser knows the date. Vietnam keeps +07:00 all year.
  const today = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(0, 10);
  for (const cell of document.querySelectorAll(`[data-date="${today}"]`)) {
    cell.classList.add("today");
    cell.setAttribute("aria-current", "date");
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
