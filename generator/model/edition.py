"""What a built and verified whole of the results records of itself (ấn bản)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self


@dataclass(frozen=True, slots=True)
class Edition:
    """Results as of a moment; right until `valid_until`, None if nothing is planned to change.

    `inputs` names the files that all of it was made from, empty where not all of it was made anew;
    `visible` are the pieces that readers see, `coming` those that appear next, by id; `pages` says
    of each that is shown the address of its page and its file, `episodes` of each that is heard
    its number in the podcast; `subscriptions` are addresses of feeds and calendars, each with the
    id of the partner or plan in it; `titles` are those under which readers saw each piece, also of
    what is withdrawn. `digests` names what was in each file that all of it was made from, `words`
    are marks of what each piece said, `aliases` the former addresses that lead to it; `labels`
    are industries and topics, each with a piece that has it.
    """

    as_of: datetime
    inputs: str = ""
    valid_until: datetime | None = None
    visible: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    episodes: Mapping[str, int] = field(default_factory=dict)
    subscriptions: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """As `dist/edition.json` holds it."""
        return {
            "as_of": self.as_of.isoformat(),
            "inputs": self.inputs,
            "valid_until": self.valid_until.isoformat() if self.valid_until else "",
            "shown": " ".join(sorted(self.visible)),
            "next": " ".join(sorted(self.coming)),
            "pages": {key: " ".join(page) for key, page in sorted(self.pages.items())},
            "episodes": dict(sorted(self.episodes.items())),
            "subscriptions": dict(sorted(self.subscriptions.items())),
            "titles": dict(sorted(self.titles.items())),
            "digests": dict(sorted(self.digests.items())),
            "words": dict(sorted(self.words.items())),
            "aliases": dict(sorted(self.aliases.items())),
            "labels": dict(sorted(self.labels.items())),
        }

    @classmethod
    def read(cls, record: Mapping[str, object]) -> Self | None:
        """What `as_json` gave; None of anything else."""
        texts = {key: value for key, value in record.items() if isinstance(value, str)}
        try:
            until = _moment(texts["valid_until"]) if texts["valid_until"] else None
            shown, coming = texts["shown"].split(), texts["next"].split()
            known = texts["inputs"], until, tuple(shown), tuple(coming), _pages(record.get("pages"))
            names = "subscriptions", "titles", "digests", "words", "aliases", "labels"
            kept = [_texts(record.get(name)) for name in names]
            heard = _episodes(record.get("episodes"))
            return cls(_moment(texts["as_of"]), *known, heard, *kept)
        except (KeyError, ValueError):
            return None


def _pages(found: object) -> dict[str, tuple[str, str]]:
    """Addresses and files by id; none of an edition that does not know them."""
    parts = {key: page.partition(" ") for key, page in _texts(found).items()}
    return {key: (address, file) for key, (address, _, file) in parts.items()}


def _texts(found: object) -> dict[str, str]:
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(key): str(text) for key, text in pairs}


def _episodes(found: object) -> dict[str, int]:
    """Numbers by id; none of an edition that does not know them."""
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(key): number for key, number in pairs if isinstance(number, int)}


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
