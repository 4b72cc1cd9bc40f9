// By day, by night or as the system has it: the reader's choice, kept in this browser. What was chosen
// is set before the page is drawn (partials/javascripts/palette.html); here it is changed.
(() => {
  "use strict";
  const options = [...document.querySelectorAll("[data-md-component=palette] input")];
  const labels = [...document.querySelectorAll("[data-md-component=palette] label")];
  const header = document.querySelector("header.md-header");
  const bar = document.head.appendChild(Object.assign(document.createElement("meta"), { name: "theme-color" }));
  const values = (option) => ({
    media: option.dataset.mdColorMedia,
    scheme: option.dataset.mdColorScheme,
    primary: option.dataset.mdColorPrimary,
    accent: option.dataset.mdColorAccent,
  });

  // The bar of the browser takes the colour of the page's head.
  const paint = () => { bar.content = getComputedStyle(header).backgroundColor; };
  const show = (index) => {
    options.forEach((option, at) => {
      option.checked = at === index;
      labels[at].hidden = at !== index;
    });
    for (const [name, value] of Object.entries(values(options[index]))) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
    paint();
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  if (!options.length) return paint();
  options.forEach((option, index) => option.addEventListener("change", () => {
    show(index);
    __md_set("__palette", { index, color: values(option) });
  }));
  show(options[__md_get("__palette")?.index] ? __md_get("__palette").index : 0);
})();
