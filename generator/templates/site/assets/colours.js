// By day, by night or as the system has it: the button goes round, the choice is kept in this browser.
(() => {
  "use strict";
  const root = document.documentElement;
  const header = document.querySelector("header.top");
  const bar = document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
  // The bar of the browser takes the colour of the page's head.
  const paint = () => { bar.content = getComputedStyle(header).backgroundColor; };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  paint();

  const button = document.querySelector("[data-opens=colours]");
  if (!button) return;
  const schemes = JSON.parse(button.dataset.schemes);
  const at = () => Math.max(0, schemes.findIndex(([scheme]) => scheme === root.dataset.mdColorScheme));
  const show = () => {
    const [scheme, name] = schemes[at()];
    button.dataset.scheme = scheme;
    button.title = name;
    button.setAttribute("aria-label", name);
    paint();
  };
  button.addEventListener("click", () => {
    [window.loaColours.scheme] = schemes[(at() + 1) % schemes.length];
    show();
  });
  button.hidden = false;
  show();
})();
