"""The four scores of Lighthouse for a built site: python bench/lighthouse.py [DIST].

The phone profile, on this machine only, as nginx serves it with the snippet of the site. Needs
nginx, chromium, node, and the npm package `lighthouse` in a folder of NODE_PATH.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measure import table

PAGES = {
    "home": "index.html",
    "article": "bao-chi/*/index.html",
    "guide with tool": "cong-cu-ro-*/index.html",
    "radio": "phat-thanh/*/index.html",
    "gallery": "bang-ron/index.html",
    "calendar": "lich/*/quy-*/index.html",
}
SEEN = {"largest paint": "largest-contentful-paint", "shift": "cumulative-layout-shift"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 98
RUNS = 3
FLAGS = "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-sync"


def main() -> None:
    """Print the scores, and what keeps a page from a better one."""
    dist = Path(sys.argv[1] if len(sys.argv) > 1 else "dist").resolve()
    program = _lighthouse()
    rows, reasons = [], []
    with tempfile.TemporaryDirectory() as folder, _served(dist, Path(folder)) as root:
        for name, pattern in PAGES.items():
            found = min((dist / "public").glob(pattern), default=None)
            if found is None:
                continue
            address = found.relative_to(dist / "public").as_posix().removesuffix("index.html")
            report = _typical(program, root + address, Path(folder) / f"{name}.json")
            scores = [round(100 * report["categories"][each]["score"]) for each in CATEGORIES]
            seen = [report["audits"][audit].get("displayValue", "") for audit in SEEN.values()]
            rows.append((name, f"/{address}", *scores, *seen))
            reasons += [f"{name}: {reason}" for reason in _reasons(report)]
    table(("page", "address", *CATEGORIES, *SEEN), rows)
    print("\n".join(["", *reasons]))


def _lighthouse() -> Path:
    folders = [Path(path) for path in os.environ.get("NODE_PATH", "").split(os.pathsep) if path]
    programs = [folder / "lighthouse/cli/index.js" for folder in folders]
    program = next((path for path in programs if path.is_file()), None)
    return program or sys.exit("lighthouse is in no folder of NODE_PATH: npm install lighthouse")


@contextmanager
def _served(dist: Path, folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = "user root;" if os.geteuid() == 0 else ""
    settings = folder / "nginx.conf"
    settings.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/errors;\n"
        f"events {{ }} http {{ access_log off; server {{ listen 127.0.0.1:{port};\n"
        f"root {dist}/public; include {dist}/servers/nginx.conf; }} }}\n"
    )
    nginx = shutil.which("nginx") or sys.exit("nginx is not installed")
    program = subprocess.Popen([nginx, "-p", folder, "-c", settings])
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        program.terminate()
        program.wait()


def _typical(program: Path, address: str, target: Path) -> dict:
    """The run with the median performance: on a busy machine they lie 20 apart."""
    reports = [_report(program, address, target) for _ in range(RUNS)]
    return sorted(reports, key=lambda each: each["categories"]["performance"]["score"])[RUNS // 2]


def _report(program: Path, address: str, target: Path) -> dict:
    chromium = shutil.which("chromium") or sys.exit("chromium is not installed")
    node = shutil.which("node") or sys.exit("node is not installed")
    command = [node, program, address, "--quiet", "--output=json", f"--output-path={target}"]
    subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"],
        check=True,
        env={**os.environ, "CHROME_PATH": chromium},
    )
    return json.loads(target.read_text("utf-8"))


def _reasons(report: dict) -> Iterator[str]:
    """The audits that count and are below the mark, of categories that are."""
    for name in CATEGORIES:
        category = report["categories"][name]
        if 100 * category["score"] >= LEAST:
            continue
        for part in category["auditRefs"]:
            audit = report["audits"][part["id"]]
            score = audit["score"]
            if part["weight"] and score is not None and 100 * score < LEAST:
                shown = audit.get("displayValue", "")
                yield f"{name} {100 * category['score']:.0f}: {audit['title']} {shown}".strip()


if __name__ == "__main__":
    main()
