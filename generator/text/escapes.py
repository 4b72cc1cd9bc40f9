"""Plain words as Markdown that shows exactly them, in CommonMark and in Python-Markdown."""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^&]|!$")
# Python-Markdown takes no backslash before these.
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", "^": "&#94;"}
# What begins a list, an underlined heading, a rule or an admonition at the start of a line.
_LINE_START = re.compile(r"(\s*)(?:(\d+)([.)])(?=\s|$)|([-+=:]|!(?=!!)))")


def escape(text: str) -> str:
    """Plain words as Markdown that shows exactly them, wherever they stand in a line."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), text)


def line_start(line: str) -> str:
    """A line of a paragraph, so that it begins no other block."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    space, figure, point, sign = match.groups()
    if figure:
        return f"{space}{figure}\\{point}{line[match.end() :]}"
    shown = f"\\{sign}" if sign in "-+!" else f"&#{ord(sign)};"
    return f"{space}{shown}{line[match.end() :]}"
