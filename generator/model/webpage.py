"""A page of the site as it is staged: what its template reads, and its body as finished HTML."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Webpage:
    """A page before its frame: the site, MkDocs and Zensical make the same HTML of it.

    `path` is where it is staged (`lich/index.md`), `head` the front matter, as values or as JSON in
    UTF-8, which takes an eighth of their room; `html` is its body, or what writes that once
    somebody reads it.
    """

    path: str
    head: Mapping[str, Any] | bytes
    html: str | Callable[[], str]

    @property
    def meta(self) -> Mapping[str, Any]:
        """What the theme's templates read of it (see `templates/site/README.md`), read anew."""
        found: Mapping[str, Any]
        found = json.loads(self.head) if isinstance(self.head, bytes) else self.head
        return found

    @property
    def body(self) -> str:
        """HTML without an empty line."""
        return self.html if isinstance(self.html, str) else self.html()

    @property
    def text(self) -> str:
        """Front matter and body."""
        head = (f"{key}: {plain(value)}" for key, value in self.meta.items())
        return "---\n{}\n---\n\n{}\n".format("\n".join(head), self.body)


_NOT_PLAIN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def plain(value: object) -> str:
    """A value on one line as JSON, which is YAML for every reader: also what YAML reads otherwise.

    It takes some signs for ends of lines, and takes no others than those that can be seen.
    """
    written = json.dumps(value, ensure_ascii=False)
    return _NOT_PLAIN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
