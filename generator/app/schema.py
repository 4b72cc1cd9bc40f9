"""JSON Schemas of the authored files, from the same records that read them."""

from typing import Any

from generator.app.keys.reference import keys_of
from generator.app.keys.syntax import form
from generator.app.keys.terminal import sentence
from generator.media import media
from generator.model.record import Record
from generator.source.authored_keys import FILES as EVERY
from generator.source.authored_keys import records_within
from generator.source.descriptions import meaning_of

FILES = {f"{name}.json": found for name, found in EVERY.items() if name != "release"}
"""What people write; a release is written by `loa release`."""


def schemas(language: str) -> dict[str, dict[str, Any]]:
    """The schema files by name. Front matter of each medium has one, chosen by `medium:`.

    Editors show what a key means in the language.
    """
    found = {name: _schema(record, language) for name, (record, _) in FILES.items()}
    found |= {f"{m.name}.json": _schema(m.record, language) for m in media().values()}
    found["piece.json"] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [
            {
                "if": {"properties": {"medium": {"const": name}}, "required": ["medium"]},
                "then": {"$ref": f"{name}.json"},
            }
            for name in media()
        ],
        "properties": {"medium": {"enum": list(media())}},
        "required": ["medium"],
    }
    return found


def settings(existing: dict[str, Any]) -> dict[str, Any]:
    """VS Code's settings with ours added; what stands there otherwise is kept."""
    ours = {f"./.vscode/schemas/{name}": pattern for name, (_, pattern) in FILES.items()}
    front_matter = {"./.vscode/schemas/piece.json": "content/**/*.md"}
    known = existing.get("yaml.schemas")
    merged = {**(known if isinstance(known, dict) else {}), **ours, **front_matter}
    return {**existing, "yaml.schemas": merged}


def _schema(record: type[Record], language: str) -> dict[str, Any]:
    schema: dict[str, Any] = record.model_json_schema()
    for kind in records_within(record):
        group = schema if kind is record else schema["$defs"][kind.__name__]
        group["description"] = sentence(meaning_of(kind), language)
        for key in keys_of(kind, ""):
            said = (sentence(key.description.meaning, language), form(key, language))
            group["properties"][key.name]["description"] = " ".join(said)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if record.is_one_of_several:
        return {**head, "anyOf": [schema, {"type": "array", "items": schema}]}
    return {**head, **schema}
