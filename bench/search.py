"""The search in Chromium on a processor slowed down four times: how long, and how much is loaded.

    python bench/search.py [PAGES] [--built FOLDER]

“first result” is from the key to the result on the page, with the index loaded; “processor” what
the page works for it, not slowed down, times four: other work on the machine hardly changes it.
“over the wire” is all that a first visitor loads for the one query, as gzip: code, index and the
words around matches.
`--built` takes a public folder as it lies there. Needs Playwright and `chromium`.
"""

import gzip
import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from measure import LOA, run, table
from playwright.sync_api import Browser, CDPSession, sync_playwright
from workspace import workspace

QUERIES = (
    "may nen khi",
    "máy nén khí chạy không tải",
    "be rua chi tiet moi ngay mat mot it",
    "gi",
    "th",
    "Thực tế cho thấy tủ lạnh hở gioăng nên được đo trước khi bàn chuyện mua máy mới",
)
SLOWER = 4
RUNS = 5
TYPED = 2  # queries of a run
FIRST = """async (query) => {
  const form = document.querySelector("form.find");
  const list = form.querySelector(".find__list");
  const typed = async (text) => {
    const shown = new Promise((done) => {
      new MutationObserver((_, all) => {
        if (list.getAttribute("aria-busy") === "false") { all.disconnect(); done(); }
      }).observe(list, { attributes: true, attributeFilter: ["aria-busy"] });
    });
    form.elements.q.value = text;
    const began = performance.now();
    form.elements.q.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    return performance.now() - began;
  };
  await typed(query);
  await typed("");
  return typed(query);
}"""


class Zipped(SimpleHTTPRequestHandler):
    """Texts as gzip, as hosts of static files send them."""

    def do_GET(self) -> None:
        """Send a file, or the page of a folder."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Print milliseconds and KB of each query."""
    if "--built" in sys.argv:
        return measured(Path(sys.argv[sys.argv.index("--built") + 1]))
    count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1000)
    with tempfile.TemporaryDirectory() as folder:
        workspace(Path(folder), count)
        run(*LOA, "-C", folder, "build", "site")
        return measured(Path(folder, "dist/public"))


def measured(site: Path) -> None:
    """Serve a site and search it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        rows = [(query, *cost(browser, address, query)) for query in QUERIES]
        browser.close()
    server.shutdown()
    whole = sum(
        len(gzip.compress(path.read_bytes(), 6)) for path in site.glob("assets/search/*.json")
    )
    table(("query", "processor × 4, ms", "first result, ms", "over the wire, KB", "requests"), rows)
    print(f"\nThe whole index, which nobody loads: {whole / 1000:.0f} KB")


def cost(browser: Browser, address: str, query: str) -> tuple[float, float, float, int]:
    """Work and time of a query, and what the first one loaded."""
    page = browser.new_page()
    page.goto(f"{address}theo-doi/")
    page.wait_for_load_state("networkidle")
    loaded: list[float] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.keyboard.press("/")
    page.wait_for_selector(".find-dialog[open]")
    page.evaluate(FIRST, query)
    page.wait_for_load_state("networkidle")
    wire, requests = sum(loaded) / 1000, len(loaded)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = worked(session)
    for _ in range(RUNS):
        page.evaluate(FIRST, query)
    processor = (worked(session) - before) / RUNS / TYPED * SLOWER
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    waited = median(page.evaluate(FIRST, query) for _ in range(RUNS))
    page.close()
    return processor, waited, wire, requests


def worked(session: CDPSession) -> float:
    """Milliseconds of the processor for this page until now."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(1000 * next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


if __name__ == "__main__":
    main()
