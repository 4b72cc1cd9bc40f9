/* Whoever signs out leaves no words in this browser, where whoever sits here next could read them:
   what the desk never heard becomes the account's draft; what it cannot take is asked about. */
"use strict";
(() => {
  const form = document.getElementById("dang-xuat"), account = document.body.dataset.account, LONGEST = 4000;  // milliseconds
  if (!form || !account) return;
  const mine = () => Object.keys(localStorage).filter((key) => key.startsWith(`loa${account}/`) || key.startsWith(`loa-trang${account}/`));
  const addressOf = (key) => key.replace(/^loa(-trang)?/, "").slice(account.length).replace(/#.*$/, "");
  const editsOf = ({ edits, doc, base }) => edits || (base ? [{ blocks: [{ at: [0, base.length], blocks: doc.content }] }] : []);
  async function hand(key) {
    const kept = JSON.parse(localStorage.getItem(key)), edits = editsOf(kept);
    let { seal } = kept;
    for (const edit of edits) {
      const answer = await fetch(`${addressOf(key)}/nhap`, { method: "POST", headers: { "Content-Type": "application/json", "X-Account": account }, body: JSON.stringify({ seal, edit }) });
      if (!answer.ok) return;
      seal = (await answer.json()).seal;
    }
    if (edits.length) localStorage.removeItem(key);
  }
  const within = (work) => Promise.race([work, new Promise((done) => setTimeout(done, LONGEST))]);
  let isDone = false;
  const go = () => { isDone = true; form.requestSubmit(); };
  form.addEventListener("submit", async (event) => {
    if (isDone) return;
    event.preventDefault();
    event.stopPropagation();
    await within(window.loaTrang?.settle() ?? null);
    await within(Promise.all(mine().map((key) => hand(key).catch(() => null))));
    if (!mine().length) return go();
    const told = document.createElement("p"), drop = document.createElement("button");
    Object.assign(told, { className: "told wrong", textContent: form.dataset.left });
    told.setAttribute("role", "alert");
    Object.assign(drop, { type: "button", className: "button", textContent: form.dataset.drop, onclick: () => { mine().forEach((key) => localStorage.removeItem(key)); go(); } });
    form.parentNode.querySelectorAll(".told, .drop").forEach((each) => each.remove());
    drop.classList.add("drop");
    form.after(told, drop);
  });
})();
