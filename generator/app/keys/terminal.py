"""What is told of keys at a terminal."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from textwrap import wrap

from generator.app.keys.reference import Key, Root, different_keys, every_address, keys_of, roots
from generator.app.keys.syntax import form, leave, lines
from generator.catalogue import LANGUAGES, translate
from generator.source.descriptions import meaning_of
from generator.vietnamese.text import fold

_WIDTH = 88
_IN_FULL = 3
"""So many keys of one name are told whole; of more, only where they are."""


def overview(language: str) -> str:
    """The files and kinds of pieces by which keys are asked for."""
    rows = [(root.name, name_of(meaning_of(root.record), language)) for root in roots().values()]
    more = translate("More of one of them, or of a key: loa keys NAME", language)
    return "\n".join([*_columns(rows), "", more, ""])


def answer(query: str, language: str) -> str:
    """What is known under an address, a key or the name of a key; nothing where there is none."""
    bare = query.strip().rstrip(":").casefold()
    found = [every_address()[bare]] if bare in every_address() else _called(bare)
    blocks = [_root(roots()[bare], language)] if bare in roots() else []
    if blocks or len(found) > _IN_FULL:
        rows = [(key.address, name_of(key.description.meaning, language)) for key in found]
        blocks += [_columns(rows)] if rows else []
    else:
        blocks += [[*entry(key, language)] for key in found]
    return "\n".join(line for block in blocks for line in (*block, ""))


def near(query: str) -> list[str]:
    """Keys and files that are called nearly so."""
    known = [*roots(), *dict.fromkeys(key.name for key in different_keys()), *every_address()]
    names = {name: key.address for key in different_keys() for name in _names(key)}
    found = get_close_matches(query, known, 3, 0.7)
    return found or [names[name] for name in get_close_matches(fold(query), names, 3, 0.7)]


def entry(key: Key, language: str) -> Iterator[str]:
    """All that is to be said of one key."""
    yield f"{key.address} – {name_of(key.description.meaning, language)}"
    yield from _indented(meaning(key.description.meaning, language))
    how = translate("How to write it", language)
    yield from _indented(f"{how}: {form(key, language)} {leave(key, language)}")
    first, *rest = lines(key)
    label = translate("Example", language)
    yield f"    {label}: {first}"
    yield from (f"    {' ' * len(label)}  {line}" for line in rest)
    what = translate("Effect", language)
    yield from _indented(f"{what}: {sentence(key.description.effect, language)}")
    if key.inner:
        yield f"    {translate('Keys inside', language)}:"
        yield from (
            f"      {row}" for row in _keys(list(keys_of(key.inner, key.address)), language)
        )


def name_of(description: str, language: str) -> str:
    """The name with which a description begins; within a line it has a small letter."""
    name = translate(description, language).partition(": ")[0]
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def meaning(description: str, language: str) -> str:
    """What follows the name, as a sentence."""
    return _capital(translate(description, language).partition(": ")[2])


def sentence(description: str, language: str) -> str:
    """A description as a sentence."""
    return _capital(translate(description, language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _called(asked: str) -> list[Key]:
    """The keys whose address ends so, or whose name this is, in whatever language."""
    ends = [key for key in different_keys() if key.address.endswith(f".{asked}")]
    return ends or [key for key in different_keys() if fold(asked) in _names(key)]


def _names(key: Key) -> set[str]:
    return {fold(name_of(key.description.meaning, language)) for language in LANGUAGES}


def _root(root: Root, language: str) -> list[str]:
    said = meaning_of(root.record)
    head = f"{root.name} – {name_of(said, language)} ({root.pattern})"
    rows = _keys(list(keys_of(root.record, root.name)), language)
    return [head, *_indented(meaning(said, language)), *(f"    {row}" for row in rows)]


def _keys(keys: Sequence[Key], language: str) -> list[str]:
    """A line for each key; what must be there bears a star."""
    rows = [
        (f"{key.name}*" if key.is_needed else key.name, name_of(key.description.meaning, language))
        for key in keys
    ]
    stars = [translate("* must be there", language)] if any(key.is_needed for key in keys) else []
    return [*_columns(rows), *stars]


def _columns(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(first) for first, _ in rows), default=0)
    return [f"{first:{width}}  {second}" for first, second in rows]


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}" for line in wrap(text, _WIDTH))
