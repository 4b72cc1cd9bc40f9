"""A page of the site as it is staged: what its template reads, and its body as finished HTML."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Webpage:
    """A page before its frame: the site, MkDocs and Zensical make the same HTML of it.

    `path` is where it is staged (`lich/index.md`), `meta` what the theme's templates read of it
    (see `templates/site/README.md`), `body` HTML without an empty line.
    """

    path: str
    meta: Mapping[str, Any]
    body: str

    @property
    def staged(self) -> str:
        """Front matter and body. JSON, line by line, is YAML for every reader."""
        pairs = self.meta.items()
        head = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in pairs)
        return "---\n{}\n---\n\n{}\n".format("\n".join(head), self.body)
