// Before the page is drawn: there is script, and the colours are those that the reader chose.
(() => {
  "use strict";
  const root = document.documentElement;
  const site = new URL("..", document.currentScript.src).pathname;
  root.classList.replace("no-js", "js");
  window.loaColours = {
    key: `${site}.__palette`,
    get scheme() {
      try {
        return JSON.parse(localStorage.getItem(this.key))?.color?.scheme;
      } catch {
        return undefined;
      }
    },
    set scheme(scheme) {
      root.dataset.mdColorScheme = scheme;
      try {
        localStorage.setItem(this.key, JSON.stringify({ color: { scheme } }));
      } catch { /* the browser keeps nothing: the choice lasts as long as the page */ }
    },
  };
  const chosen = window.loaColours.scheme;
  if (["auto", "default", "slate"].includes(chosen)) root.dataset.mdColorScheme = chosen;
})();
