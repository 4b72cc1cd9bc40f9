/* Whoever signs out leaves no words in this browser, where whoever sits here next could read them:
   what the desk never heard becomes the account's draft; what it cannot take is asked about. */
"use strict";
(() => {
  const form = document.getElementById("dang-xuat"), account = document.body.dataset.account || "";
  const ours = { "X-Account": account }, LEFT = "loa-ra", LONGEST = 4000;  // milliseconds
  const storesOf = (who) => Object.keys(localStorage).filter((key) => key.startsWith(`loa${who}/`) || key.startsWith(`loa-trang${who}/`));
  const clear = (who) => {
    storesOf(who).forEach((key) => localStorage.removeItem(key));
    Object.keys(sessionStorage).filter((key) => key.startsWith(`loa-o${who}/`)).forEach((key) => sessionStorage.removeItem(key));
  };
  const left = sessionStorage.getItem(LEFT);
  sessionStorage.removeItem(LEFT);
  if (left && !account) clear(left);  // what a window of it kept once more as it closed
  if (!form || !account) return;

  const wait = (time) => new Promise((done) => setTimeout(done, time));
  const within = (work) => Promise.race([work, wait(LONGEST)]);
  const addressOf = (key) => key.replace(/^loa(-trang)?/, "").slice(account.length).replace(/#.*$/, "");
  const editsOf = ({ edits, doc, base }) => edits || (base && doc ? [{ blocks: [{ at: [0, base.length], blocks: doc.content }] }] : []);
  async function hand(key) {
    const kept = JSON.parse(localStorage.getItem(key)), edits = editsOf(kept);
    let { seal } = kept;
    for (const edit of edits) {
      const answer = await fetch(`${addressOf(key)}/nhap`, { method: "POST", headers: { "Content-Type": "application/json", ...ours }, body: JSON.stringify({ seal, edit }) });
      if (!answer.ok) return;
      seal = (await answer.json()).seal;
    }
    if (edits.length) localStorage.removeItem(key);
  }
  async function handAll() {
    for (const key of storesOf(account)) await hand(key).catch(() => null);
  }
  let isDone = false;
  function go() {
    isDone = true;
    sessionStorage.setItem(LEFT, account);
    form.requestSubmit();
    setTimeout(() => { isDone = false; }, LONGEST);  // somebody stayed
  }
  form.addEventListener("submit", async (event) => {
    if (isDone) return;
    event.preventDefault();
    event.stopPropagation();
    await wait(0);  // a form that is being sent is not sent again
    await within(window.loaTrang?.settle() ?? null);
    await within(handAll());
    if (!storesOf(account).length) return go();
    const told = document.createElement("p"), drop = document.createElement("button");
    Object.assign(told, { className: "told wrong", textContent: form.dataset.left });
    told.setAttribute("role", "alert");
    Object.assign(drop, { type: "button", className: "button unkept", textContent: form.dataset.forget, onclick: () => { clear(account); go(); } });
    form.parentNode.querySelectorAll(".told, .unkept").forEach((each) => each.remove());
    form.after(told, drop);
  });
})();
