"""What servers are told; tests/real serves the real site with it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.outputs.servers.apache import apache
from generator.outputs.servers.hosts import hosts
from generator.outputs.servers.nginx import nginx
from generator.outputs.servers.policy import policy


def test_the_policy_names_no_other_server_and_nothing_unsafe() -> None:
    said = dict(part.split(" ", 1) for part in policy().split("; "))
    assert said["default-src"] == said["base-uri"] == said["frame-ancestors"] == "'none'"
    words = {word for sources in said.values() for word in sources.split()}
    assert words == {"'none'", "'self'", "data:"}
    assert said["script-src"] == "'self'"


@pytest.mark.parametrize("write", [apache, nginx, hosts])
def test_every_server_sends_the_same_guards(write: object) -> None:
    text = write("/so/")  # type: ignore[operator]
    assert policy() in text
    for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"):
        assert name in text
    assert re.search(r"#.*Strict-Transport-Security", text)
    for kind in ("text/calendar", "application/manifest+json", "font/woff2", "image/avif"):
        assert kind in text
    assert "/so/" in text


def test_nginx_packs_as_tightly_as_apache() -> None:
    """By itself it packs at level 1: a third more of every style sheet over the wire."""
    assert "gzip_comp_level 6;" in nginx("/")


def test_nginx_takes_it(tmp_path: Path) -> None:
    if shutil.which("nginx") is None:
        pytest.skip("nginx is not installed")
    (tmp_path / "part.conf").write_text(nginx("/so/"))
    (tmp_path / "nginx.conf").write_text(
        f"pid {tmp_path}/pid; error_log stderr; events {{ }}\n"
        f"http {{ server {{ listen 127.0.0.1:8; include {tmp_path}/part.conf; }} }}\n"
    )
    command = ["nginx", "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, "[warn]" in done.stderr) == (0, False), done.stderr
