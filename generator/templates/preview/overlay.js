// Shows what was saved without losing the reader's place: the page is exchanged, not loaded again.
(() => {
  const parts = ["[data-md-component=container]", "[data-md-component=header]", "#loa"];
  let shown = document.querySelector("#loa").dataset.version;
  const renew = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.title = next.title;
    for (const part of parts) {
      const before = document.querySelector(part), after = next.querySelector(part);
      if (!before !== !after) return location.reload();
      if (before) before.replaceWith(document.adoptNode(after));
    }
    document.dispatchEvent(new Event("loa"));
  };
  const listen = () => {
    const events = new EventSource("/__loa/events");
    events.onmessage = (event) => {
      if (event.data === shown) return;
      shown = event.data;
      renew();
    };
  };
  listen();
})();
