"""The fields of a draft in words: what each is called, what is in it, what could be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.app.draft_edits import record_of
from generator.app.keys.reference import keys_of
from generator.app.keys.terminal import meaning, name_of
from generator.catalogue import words
from generator.desk.plan_values import plan_values
from generator.media import media
from generator.model.campaign import Campaign
from generator.model.draft import Draft
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.piece_form import FormField, form_of
from generator.model.plan import Plan
from generator.model.printed_piece import PrintedPiece
from generator.model.record import Record
from generator.planning.source_names import SourceNames
from generator.source.descriptions import descriptions
from generator.source.edits import NotEditableError
from generator.source.entries import Value, values_at
from generator.source.replacement_lines import example
from generator.text.starters import unwritten
from generator.vietnamese.text import fold

GROUPS = {"words": "What readers read", "time": "When", "rest": "About the piece"}
STUDIO_FOLDER = "assets/in/"
_ROMAN = ("I", "II", "III", "IV")


def fields(draft: Draft, plan: Plan) -> list[dict[str, object]]:
    """The fields of a draft, in order of their groups; none where its data cannot be read."""
    try:
        record, values = record_of(draft), values_at(draft.path, draft.text)
    except NotEditableError:
        return []
    form = form_of(record) if draft.path.startswith("content/") else ()
    form += _of_studio(record, values, plan) if form else ()
    ordered = sorted(form, key=lambda each: list(GROUPS).index(each.group))
    planned = plan_values(draft, plan)
    return [_field(each, record, values, plan, planned.get(each.key, "")) for each in ordered]


def as_written(draft: Draft, key: str, value: Value, plan: Plan) -> Value:
    """What is written into a file for the words of a field.

    Raises:
        NotEditableError: its data cannot be read.
    """
    form = form_of(record_of(draft)) if draft.path.startswith("content/") else ()
    if value is None or not any(f.key == key and f.kind == "sources" for f in form):
        return value
    source = SourceNames(plan.workspace.documents).source
    return source(value) if isinstance(value, str) else tuple(map(source, value))


@dataclass(frozen=True, slots=True)
class KeyNames:
    """What people call the keys of a draft: its `fields`, the `others`, and those in them."""

    fields: Mapping[str, str]
    others: Mapping[str, str]
    inner: Mapping[str, str]


_NO_NAMES = KeyNames({}, {}, {})


def key_names(draft: Draft) -> KeyNames:
    """The names of the keys of a draft; none of what has no fields."""
    try:
        record = record_of(draft)
    except NotEditableError:
        return _NO_NAMES
    return _names_of(record) if draft.path.startswith("content/") else _NO_NAMES


@cache
def _names_of(record: type[Piece]) -> KeyNames:
    names = {key: _label(record, key) for key in descriptions(record)}
    asked = [each.key for each in form_of(record)]
    others = {key: name for key, name in names.items() if key not in asked and name}
    found = (key.inner for key in keys_of(record, "") if key.inner)
    inner = {key: _label(kind, key) for kind in found for key in descriptions(kind)}
    return KeyNames({key: names[key] for key in asked}, others, inner)


def _label(record: type[Record], key: str) -> str:
    """What a field is called beside its place."""
    name = name_of(descriptions(record)[key].meaning, "vi")
    return name[:1].upper() + name[1:]


def _field(
    field: FormField, record: type[Piece], values: dict[str, Value], plan: Plan, planned: str
) -> dict[str, object]:
    described, value = descriptions(record)[field.key], values.get(field.key)
    shown = (described.example or example(record.model_fields[field.key], field.key)).strip("[]\"'")
    if field.kind == "sources" and value:
        word = SourceNames(plan.workspace.documents).words
        value = word(value) if isinstance(value, str) else tuple(map(word, value))
    told = "" if planned else words("for example: {example}").format(example=shown)
    is_read = field.key in record.read_keys
    if (
        waiting := _starter(values, field.key) if is_read else ""
    ):  # nobody has written it: it is no value yet
        value, told = None, waiting
    return {
        "key": field.key,
        "kind": field.kind,
        "group": words(GROUPS[field.group]),
        "label": _label(record, field.key),
        "help": "" if _is_named(field) else meaning(described.meaning, "vi"),
        "example": told,
        "planned": planned,
        "is_needed": field.is_needed,
        "has_many": field.has_many,
        "value": list(value) if isinstance(value, tuple) else value or "",
        "choices": [{"value": v, "title": t} for v, t in _choices(field, values, plan)],
    }


def _of_studio(record: type[Piece], values: dict[str, Value], plan: Plan) -> tuple[FormField, ...]:
    """Whether a studio's file is printed: asked as soon as there is one to choose."""
    is_asked = bool(values.get("artwork")) or any(studio_files(plan))
    if not (is_asked and issubclass(record, PrintedPiece)):
        return ()
    return (FormField("artwork", "choice", "rest", is_needed=False, choices="artwork"),)


def studio_files(plan: Plan) -> Iterator[str]:
    """The PDFs of studios that lie there."""
    there = (path for path in plan.workspace.assets if path.startswith(STUDIO_FOLDER))
    return (path for path in sorted(there) if path.casefold().endswith(".pdf"))


def _starter(values: dict[str, Value], key: str) -> str:
    """What a new file says at a key for words that are to come; else nothing."""
    value, medium = values.get(key), media().get(str(values.get("medium")))
    is_whole = isinstance(value, str) and medium and (0, len(value)) in _spans(medium, key, value)
    return str(value) if is_whole else ""


def _spans(medium: Medium, key: str, value: str) -> list[tuple[int, int]]:
    """Where it stands, with the full stop behind it."""
    return [(start, end + (value[end:] == ".")) for start, end in unwritten(medium, key, value)]


def _choices(field: FormField, values: dict[str, Value], plan: Plan) -> Iterator[tuple[str, str]]:
    """What may be chosen, or is offered, by name."""
    campaign = plan.workspace.campaigns.get(str(values.get("campaign")))
    if field.choices == "artwork":
        yield "", words("As loa lays it out")
        known = [*studio_files(plan), str(values.get("artwork") or "")]
        yield from ((path, path) for path in dict.fromkeys(filter(None, known)))
    elif field.literals:
        yield from ((literal, words(literal)) for literal in field.literals)
    elif _is_named(field):
        yield "", words("As the plan says")
        yield from sorted(_named(field.choices, plan), key=lambda pair: pair[1])
    elif field.kind == "quarter":
        yield from _quarters(campaign)
    elif field.kind == "sources":
        titles = SourceNames(plan.workspace.documents).titles.values()
        yield from ((title, title) for title in sorted(titles, key=fold))
    elif field.kind == "list":
        pieces = plan.workspace.pieces.values()
        used = {each for piece in pieces for each in getattr(piece, field.choices, ())}
        yield from ((each, each) for each in sorted(used))


def _is_named(field: FormField) -> bool:
    """Whether a record is chosen by its name; its key speaks of an id, which nobody sees here."""
    return field.kind == "choice" and field.choices in {"partner", "printer"}


def _named(kind: str, plan: Plan) -> Iterator[tuple[str, str]]:
    workspace, today = plan.workspace, plan.as_of.date()
    if kind == "partner":
        for partner in workspace.partners.values():
            yield partner.id, partner.name_on(today).name
    else:
        yield from ((each.id, each.name) for each in workspace.printers.values())


def _quarters(campaign: Campaign | None) -> Iterator[tuple[str, str]]:
    for number in _ROMAN if campaign else ():
        quarter = f"{number}/{campaign.period}" if campaign else number
        yield quarter, words("Quarter {quarter}").format(quarter=quarter)
