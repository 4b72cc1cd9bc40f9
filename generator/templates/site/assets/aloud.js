// A script in large letters, which moves as fast as it is read once one asks for it; and chapters that lead into the recording.
(() => {
  "use strict";

  const audio = document.querySelector(".player audio");
  for (const link of audio ? document.querySelectorAll("[data-at]") : []) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      audio.currentTime = Number(link.dataset.at);
      audio.play();
    });
  }

  const opener = document.querySelector("[data-aloud]"), dialog = document.querySelector("dialog.prompter");
  const script = document.querySelector(".script");
  if (!opener || !script || !dialog?.showModal) return;
  const view = dialog.querySelector(".prompter__view"), pace = dialog.querySelector(".prompter__pace");
  const button = (name) => dialog.querySelector(`[data-prompter=${name}]`);
  const seconds = Number(opener.dataset.aloud);
  let factor = 1, size = 1, before = null, place = 0;

  const step = (now) => {
    if (before === null) return;
    place += ((now - before) / 1000) * factor * ((view.scrollHeight - view.clientHeight) / seconds);
    before = now;
    view.scrollTop = place;
    if (view.scrollTop + view.clientHeight >= view.scrollHeight - 1) run(false);
    else requestAnimationFrame(step);
  };
  const run = (isRunning) => {
    before = isRunning ? performance.now() : null;
    place = view.scrollTop;
    button("run").setAttribute("aria-pressed", String(isRunning));
    button("run").textContent = isRunning ? "Dừng chữ" : "Chạy chữ";
    if (isRunning) requestAnimationFrame(step);
  };
  const toggle = () => run(before === null);
  const hasten = (by) => {
    factor = Math.min(2, Math.max(0.5, Math.round((factor + by) * 10) / 10));
    pace.value = `${Math.round(factor * 100)} %`;
  };
  const enlarge = (by) => {
    const part = view.scrollTop / view.scrollHeight;
    size = Math.min(2, Math.max(0.6, size + by));
    view.style.fontSize = `calc(clamp(1.3rem, 5vw, 2.1rem) * ${size})`;
    view.scrollTop = place = part * view.scrollHeight;
  };
  const deeds = {
    run: toggle, slower: () => hasten(-0.1), faster: () => hasten(0.1),
    smaller: () => enlarge(-0.2), larger: () => enlarge(0.2), close: () => dialog.close(),
  };
  for (const [name, deed] of Object.entries(deeds)) button(name).addEventListener("click", deed);

  opener.addEventListener("click", () => {
    const shown = script.cloneNode(true);
    for (const each of shown.querySelectorAll("[id]")) each.removeAttribute("id");
    view.replaceChildren(shown);
    dialog.showModal();
    view.scrollTop = 0;
    view.focus();
  });
  // Who moves the text by hand goes on from there.
  view.addEventListener("scroll", () => { if (Math.abs(view.scrollTop - place) > 2) place = view.scrollTop; });
  view.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    toggle();
  });
  dialog.addEventListener("close", () => { run(false); opener.focus(); });
  opener.hidden = false;
})();
