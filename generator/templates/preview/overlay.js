// Shows what was saved without losing the reader's place: what changed in the page is exchanged, and the
// page is not loaded again.
(() => {
  const parts = ["body > header", "body > .under", "#loa"];
  const texts = (page) => parts.map((part) => page.querySelector(part)?.outerHTML);
  // As the server sent it, before scripts changed anything.
  let [was, facts, asked, events] = [texts(document), { ...document.querySelector("#loa").dataset }, 0, null];

  const exchange = (part, before, after) => {
    if (part === "#loa") after.open = before.open;
    before.replaceWith(document.adoptNode(after));
  };
  // A browser shows a picture that it has again, unless its address is another one.
  const draw = (proof) => {
    for (const opener of document.querySelectorAll("a[data-zoom]")) {
      const address = `${opener.href.split("?")[0]}?${proof}`;
      for (const picture of opener.querySelectorAll("img")) if (picture.src !== address) picture.src = address;
      opener.href = address;
    }
  };
  const renew = async () => {
    const mine = (asked += 1);
    const answer = await fetch(location.href, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return; // a later one is under way
    const [before, now] = [facts, texts(next)];
    facts = { ...next.querySelector("#loa").dataset };
    if (facts.style !== before.style || now.some((text, at) => !text !== !was[at])) return location.reload();
    document.title = next.title;
    parts.forEach((part, at) => {
      if (now[at] && now[at] !== was[at]) exchange(part, document.querySelector(part), next.querySelector(part));
    });
    if (!answer.ok) scrollTo(0, 0); // the page is gone
    if (facts.proof) draw(facts.proof);
    was = now;
  };

  // A tab that nobody sees listens to nothing: browsers open only six connections to a server.
  const listen = () => {
    events?.close();
    events = null;
    if (document.hidden) return;
    events = new EventSource("/__loa/events");
    events.onmessage = ({ data }) => data !== facts.version && renew().catch(() => {});
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
