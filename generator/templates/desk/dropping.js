/* A file may be dropped anywhere on a screen that takes one: it goes the way of its form. */
"use strict";
(() => {
  const fieldOf = (form) => form?.querySelector("input[type=file]");
  const forms = () => [...document.querySelectorAll("form[data-drop]")].filter(fieldOf);  // those that are there by now
  const hasFiles = (event) => [...(event.dataTransfer?.types || [])].includes("Files");
  const shine = (isOver) => forms().forEach((form) => form.classList.toggle("over", isOver));
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
    const page = document.getElementById("trang-viet"), files = [...event.dataTransfer.files], file = files[0];
    const alarm = document.getElementById("bao"), isSound = file?.type.startsWith("audio/"), isPicture = file?.type.startsWith("image/");
    if (page && alarm?.dataset.locked && (isSound || isPicture)) {
      alarm.replaceChildren(Object.assign(document.createElement("p"), { className: "told wrong", textContent: alarm.dataset.locked }));
      alarm.scrollIntoView({ block: "center" });
      return;
    }
    if (page && isPicture) {
      page.dispatchEvent(new CustomEvent("loa:hinh", { detail: { files } }));
      return;
    }
    const meant = isSound && document.querySelector("form[data-drop=audio]") || event.target.closest?.("form[data-drop]");
    const form = fieldOf(meant) ? meant : forms()[0];
    if (!form) return;
    fieldOf(form).files = event.dataTransfer.files;
    const settled = window.loaTrang?.settle() ?? Promise.resolve();  // what is typed is sent first
    settled.then(() => form.submit());
  });
})();
