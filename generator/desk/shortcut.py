"""A shortcut that opens the desk of a programme: what each system wants to read."""

import re
import shlex
from collections.abc import Sequence


def shortcut(platform: str, python: str, folder: str, name: str) -> tuple[str, str]:
    """Its name and its text, for a `sys.platform`."""
    words = (python, "-m", "generator", "-C", folder, "desk", "--open")
    title = re.sub(r'[\x00-\x1f<>:"/\\|?*]', " ", f"loa {name}").strip()
    if platform == "win32":
        quoted = " ".join(f'"{word}"' for word in words).replace("%", "%%")
        return f"{title}.bat", f"@echo off\r\nchcp 65001 >nul\r\n{quoted}\r\n"
    if platform == "darwin":
        return f"{title}.command", f"#!/bin/sh\nexec {shlex.join(words)}\n"
    return f"{title}.desktop", _entry(title, words)


def _entry(title: str, words: Sequence[str]) -> str:
    """As the Desktop Entry Specification 1.5 has it: values escaped, then words quoted."""
    quoted = (re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%") for word in words)
    command = " ".join(f'"{word}"' for word in quoted).replace("\\", "\\\\")
    lines = ("[Desktop Entry]", "Type=Application", f"Name={title}", f"Exec={command}")
    return "\n".join((*lines, "Terminal=true", ""))
