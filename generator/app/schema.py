"""JSON Schemas of the authored files, from the same records that read them."""

from typing import Any

from generator.media import media
from generator.model.abbreviations import AbbreviationFile
from generator.model.brand import Brand
from generator.model.campaign import Campaign
from generator.model.document import SourceFile
from generator.model.partner import PartnerFile
from generator.model.place import PlaceFile
from generator.model.quotations import QuotationFile

FILES = {
    "plan.json": (Campaign, "campaigns/*/plan.yml"),
    "partners.json": (PartnerFile, "campaigns/partners.yml"),
    "places.json": (PlaceFile, "campaigns/places.yml"),
    "sources.json": (SourceFile, "campaigns/sources.yml"),
    "abbreviations.json": (AbbreviationFile, "campaigns/abbreviations.yml"),
    "quotations.json": (QuotationFile, "campaigns/quotations.yml"),
    "brand.json": (Brand, "assets/brand.yml"),
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema files by name. Front matter of each medium has one, chosen by `medium:`."""
    found = {name: _schema(record) for name, (record, _) in FILES.items()}
    found |= {f"{medium.name}.json": _schema(medium.record) for medium in media().values()}
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


def _schema(record: type[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = record.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
