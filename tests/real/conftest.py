"""The real site, built once for all workers, served by nginx and opened in Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from generator.app.build import build
from generator.app.scope import Scope
from generator.cli.world import world
from generator.ports import SILENT
from generator.vietnamese.dates import HANOI
from tests.once import once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

ROOT = Path(__file__).parents[2]
LATE = datetime(2027, 1, 1, tzinfo=HANOI)
"""When everything in the real plans is visible."""

BELOW = "so/tuyen-truyen/"
"""The path below which the second site lies."""

AUTHORED = ("campaigns", "content", "assets", "mkdocs.yml")
MADE = ("build", "dist")
NOTE = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


def built_once(factory: pytest.TempPathFactory, name: str, lay: Callable[[Path], object]) -> Path:
    """A workspace that is laid out and built by one worker, and waited for by the others."""

    def make(root: Path) -> None:
        lay(root)
        assert build(world(root), Scope(), LATE, SILENT).blocking == []

    return once(factory, name, make)


def lay_real(root: Path) -> None:
    """With what lies there from an earlier build, of which everything unchanged is taken over."""
    for name in (*AUTHORED, *MADE):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name)
        elif (ROOT / name).is_file():
            root.mkdir(exist_ok=True)
            shutil.copy2(ROOT / name, root)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of this repository as it is after a build."""
    return built_once(tmp_path_factory, "real", lay_real)


@pytest.fixture(scope="session")
def heard(tmp_path_factory: pytest.TempPathFactory, lay_podcast: Callable[[Path], Path]) -> Path:
    """A workspace of test data with recordings, whose site lies below a path."""

    def lay(root: Path) -> None:
        lay_podcast(root)
        settings = root / "mkdocs.yml"
        text = settings.read_text("utf-8").splitlines()
        url = f"site_url: https://thu.example.org/{BELOW}"
        found = [url if line.startswith("site_url:") else line for line in text]
        settings.write_text("\n".join(found) + "\n", "utf-8")

    return built_once(tmp_path_factory, "heard", lay)


def served(root: Path, below: str, folder: Path) -> Iterator[str]:
    """The address at which nginx serves a built site as its own snippet says."""
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed")
    www, port = _laid(root, below, folder), _free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    settings = folder / "nginx.conf"
    settings.write_text(
        f"{user} daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 1;\n"
        f"events {{ }} http {{ access_log off; {paths} server {{ listen 127.0.0.1:{port};\n"
        f"root {www}; include {root}/dist/servers/nginx.conf; }} }}\n"
    )
    yield from _running(["nginx", "-p", folder, "-c", settings], port, below)


MODULES = (
    "mpm_event",
    "authz_core",
    "alias",
    "mime",
    "dir",
    "autoindex",
    "filter",
    "deflate",
    "headers",
)
"""What Debian's Apache has from the start, and `headers`; `expires` is left to the servers."""


def served_by_apache(root: Path, below: str, folder: Path) -> Iterator[str]:
    """The same by Apache, with the snippet in the <Directory> of the site."""
    apache = shutil.which("apache2", path=f"{os.environ['PATH']}:/usr/sbin")
    if apache is None:
        pytest.skip("apache2 is not installed")
    www, port = _laid(root, below, folder), _free_port()
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES
    )
    (folder / "types").touch()
    settings = folder / "apache.conf"
    settings.write_text(
        f"ServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\n"
        f"DefaultRuntimeDir {folder}\nErrorLog {folder}/errors\n{modules}"
        f"TypesConfig {folder}/types\nDocumentRoot {www}\n<Directory {www}>\n"
        "Options Indexes FollowSymLinks\nRequire all granted\n</Directory>\n"
        f"<Directory {www}/{below}>\nInclude {root}/dist/servers/apache.conf\n</Directory>\n"
    )
    yield from _running([apache, "-X", "-f", settings], port, below)


def _laid(root: Path, below: str, folder: Path) -> Path:
    """The folder that is served, with the site below a path of it."""
    www = folder / "www"
    (www / below).parent.mkdir(parents=True, exist_ok=True)
    (www / below).symlink_to(root / "dist/public", target_is_directory=True)
    return www


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _running(command: list[str | Path], port: int, below: str) -> Iterator[str]:
    program = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        _wait(program, port)
        yield f"http://127.0.0.1:{port}/{below}"
    finally:
        program.terminate()
        program.communicate()


def _wait(program: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(100):
        assert program.poll() is None, program.communicate()[1]
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not answer")


@pytest.fixture(scope="session")
def site(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(real, "", tmp_path_factory.mktemp("nginx"))


@pytest.fixture(scope="session")
def apache(heard: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served_by_apache(heard, BELOW, tmp_path_factory.mktemp("apache"))


@pytest.fixture(scope="session")
def below(heard: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(heard, BELOW, tmp_path_factory.mktemp("nginx"))


@pytest.fixture(scope="session")
def looks() -> ModuleType:
    """The tool that knows an example of every type of page."""
    spec = spec_from_file_location("looks", ROOT / "tools/looks.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["looks"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def views(real: Path, looks: ModuleType) -> list[str]:
    """The address of one page of each type."""
    return [page for _view, page in looks.choose(looks.addresses(real / "dist/public"))]


@dataclass
class Reader:
    """A page in the browser, and all that went wrong or left the site while it was open."""

    page: "Page"
    root: str
    problems: list[str] = field(default_factory=list)

    def open(self, address: str) -> "Page":
        self.page.goto(self.root + address, wait_until="load")
        self.page.evaluate("document.fonts.ready")
        return self.page

    def hear(self, message: "ConsoleMessage") -> None:
        if message.type in {"error", "warning"}:
            self.problems.append(f"{self.page.url.removeprefix(self.root)}: {message.text}")

    def ask(self, address: str) -> None:
        if not address.startswith((self.root, "data:", "blob:")):
            self.problems.append(f"{self.page.url.removeprefix(self.root)} asks for {address}")


Read = Callable[..., Reader]


@pytest.fixture
def read(browser: "Browser") -> Iterator[Read]:
    """Open a browser's window on a site; nothing may go wrong in it unless the test takes it."""
    opened: list[Reader] = []

    def run(root: str, **options: object) -> Reader:
        known = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", **options}
        reader = Reader(browser.new_page(**known), root)  # type: ignore[arg-type]
        reader.page.add_init_script(NOTE)
        reader.page.on("console", reader.hear)
        reader.page.on("pageerror", lambda error: reader.problems.append(str(error)))
        reader.page.on("request", lambda request: reader.ask(request.url))
        opened.append(reader)
        return reader

    yield run
    for reader in opened:
        reader.page.close()
    assert [problem for reader in opened for problem in reader.problems] == []


@pytest.fixture(scope="session")
def node_file() -> Callable[[str], Path]:
    """A file of a package of npm; skips where it is not."""

    def find(name: str) -> Path:
        folders = [Path(p) for p in os.environ.get("NODE_PATH", "").split(os.pathsep) if p]
        found = next((path for folder in folders if (path := folder / name).is_file()), None)
        return found or pytest.skip(f"{name} is in no folder of NODE_PATH")

    return find
