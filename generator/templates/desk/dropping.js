/* A file may be dropped anywhere on a screen that takes one: it goes the way of its form. */
"use strict";
(() => {
  const forms = [...document.querySelectorAll("form[data-drop]")];
  const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const shine = (isOver) => forms.forEach((form) => form.classList.toggle("over", isOver));
  addEventListener("dragover", (event) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();  // else the browser would leave the screen and open the file
    shine(true);
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) shine(false); });
  addEventListener("drop", (event) => {
    shine(false);
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    const page = document.getElementById("trang-viet"), file = event.dataTransfer.files[0];
    if (page && file?.type.startsWith("image/")) {
      page.dispatchEvent(new CustomEvent("loa:hinh", { detail: { file } }));
      return;
    }
    const form = file?.type.startsWith("audio/") && document.querySelector("form[data-drop=audio]") || event.target.closest?.("form[data-drop]") || forms[0];
    if (!form) return;
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    const settled = window.loaTrang?.settle() ?? Promise.resolve();  // what is typed is sent first
    settled.then(() => form.submit());
  });
})();
