"""How a key is written: the form of its value, whether it may be left out, and an example."""

from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from generator.app.keys.reference import Key, keys_of
from generator.catalogue import translate
from generator.model.reading import Reading
from generator.model.record import Record
from generator.source.replacement_lines import example


def form(key: Key, language: str) -> str:
    """The form of its value, as a sentence."""
    return _form(key.field.annotation, key.field.metadata, language, key.description.example)


def leave(key: Key, language: str) -> str:
    """Whether it must be there, and what holds where it is not."""
    if key.is_needed:
        return translate("It must be there.", language)
    said = default(key)
    if not said:
        return translate("It may be left out.", language)
    return translate("It may be left out; then it is {value}.", language).format(value=said)


def default(key: Key) -> str:
    """What holds where a key is left out, as it is typed; lengths are in millimetres."""
    value = None if key.is_needed else key.field.get_default(call_default_factory=True)
    if isinstance(value, float):
        return f"{value:g} mm"
    if isinstance(value, tuple) and value:
        return f"[{', '.join(map(str, value))}]"
    return "" if value is None or isinstance(value, Record | tuple | dict) else str(value)


def lines(key: Key) -> list[str]:
    """An example, as it stands in the file."""
    inner = key.inner
    if inner is None or key.description.example:
        return [f"{key.name}: {key.description.example or example(key.field, key.name)}"]
    needed = [line for part in needed_keys(inner, key.address) for line in lines(part)]
    if get_origin(_bare(key.field.annotation)) is not tuple:
        return [f"{key.name}:", *(f"  {line}" for line in needed)]
    first, *rest = needed
    return [f"{key.name}:", f"  - {first}", *(f"    {line}" for line in rest)]


def needed_keys(record: type[Record], at: str) -> list[Key]:
    """The keys that a record must have, else its first one."""
    every = list(keys_of(record, at))
    return [key for key in every if key.is_needed] or every[:1]


def _form(
    annotation: Any,  # noqa: ANN401 - types as values
    metadata: Iterable[object],
    language: str,
    shown: str = "",
) -> str:
    kind, marks = _unwrapped(annotation, metadata)
    for found in marks:
        if isinstance(found, Reading):
            return _read(found, language, shown)
    if get_origin(kind) is Literal:
        return _choices([str(choice) for choice in get_args(kind)], language)
    if get_origin(kind) is tuple:
        return _listed(get_args(kind), language)
    if get_origin(kind) in {Mapping, dict}:
        return translate("A group whose keys you name yourself.", language)
    return translate("A group of keys." if _is_record(kind) else "One line of text.", language)


def _read(reading: Reading, language: str, shown: str) -> str:
    """What the message about a wrong value says of the right one."""
    said = {"word": shown or reading.example, **dict(reading.details)}
    written = translate(reading.form, language).format_map(said).rstrip(".")
    bare = written.removeprefix(f"{translate('Write', language)} ")
    return f"{bare[:1].upper()}{bare[1:]}."


def _choices(choices: list[str], language: str) -> str:
    one = len(choices) == 1
    message = translate("Only this: {known}." if one else "One of: {known}.", language)
    return message.format(known=", ".join(choices))


def _listed(parts: tuple[Any, ...], language: str) -> str:
    if _is_record(parts[0]):
        return translate("A list of groups, each beginning with “- ”.", language)
    item = _form(parts[0], (), language)
    item = item[:1].lower() + item[1:]
    if Ellipsis not in parts:
        message = translate("A list of {count} in brackets. Each: {item}", language)
        return message.format(count=len(parts), item=item)
    return translate("A list in brackets. Each: {item}", language).format(item=item)


def _unwrapped(annotation: Any, metadata: Iterable[object]) -> tuple[Any, Iterable[object]]:  # noqa: ANN401 - types
    """The type of what may be left out, and what is noted at it."""
    kind = _bare(annotation)
    noted = hasattr(kind, "__metadata__")
    return (kind.__origin__, kind.__metadata__) if noted else (kind, metadata)


def _is_record(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - types
    """The type of what may be left out."""
    if get_origin(annotation) not in {Union, UnionType}:
        return annotation
    return next(part for part in get_args(annotation) if part is not type(None))
