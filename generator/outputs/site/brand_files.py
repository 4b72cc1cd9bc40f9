"""The brand on the site: its colours and type as a style sheet, its emblem and its icon."""

import json
from collections.abc import Iterator, Mapping

from generator.model import addresses
from generator.model.artifact import Artifact, ready
from generator.model.brand import ICON, Type
from generator.model.palette import NIGHT_SHADE, colours_of, day, night
from generator.outputs import Context
from generator.outputs.site.page import body
from generator.press.emblem import emblem
from generator.source.svg import Drawing, drawing

_DARK = '[data-md-color-scheme="slate"]'
_AUTO = '[data-md-color-scheme="auto"]'
_WHITE = ("ground", "sheet", "quiet", "field", "foot", "brand-quiet")
_BLACK = ("text", "heading", "brand", "link", "field-text", "field-soft")
_PRINT = {
    "drawn": "none",
    **dict.fromkeys(_WHITE, "#fff"),
    **dict.fromkeys(_BLACK, "#000"),
    "soft": "#333",
    "line": "#999",
    "shadow": "none",
}
"""Paper is white, and ink is dear: no fields of colour. All else is as by day, also at night."""


def pages(context: Context) -> Iterator[Artifact]:
    """`brand.css`, the emblem and the icon; what the workspace lacks is the package's, neutral."""
    workspace = context.workspace
    named = colours_of(workspace.brand)
    if workspace.brand is None or not named:
        return
    schemes = {"day": day(named), "night": night(named)}
    icon = workspace.assets.get(ICON)
    yield ready(addresses.BRAND_STYLE, style(workspace.brand.type, **schemes))
    yield ready(addresses.EMBLEM, emblem(workspace))
    drawn = drawing(icon.read()) if icon else None
    own = drawn.data if isinstance(drawn, Drawing) else None
    yield ready(addresses.ICON, own or body("favicon.svg", **schemes))


def style(letters: Type, day: Mapping[str, str], night: Mapping[str, str]) -> str:
    """Custom properties and nothing else: `site.css` says where each is used."""
    weights = letters.weights
    family = json.dumps(letters.family, ensure_ascii=False).replace("<", "")
    fixed = {
        "font": f'{family}, "Be Vietnam Pro"',
        "weight-body": str(weights.body),
        "weight-strong": str(weights.strong),
        "weight-headline": str(weights.headline_screen),
        "weight-display": str(weights.headline_print),
    }
    dark = {**night, "shadow": "none", "drawn": f"brightness({1 - NIGHT_SHADE:.2f})"}
    shadow = f"0 1px 2px {day['text']}14, 0 6px 18px {day['text']}0f"
    light = _block(
        ":root, [data-md-color-scheme]",
        {**fixed, **day, "shadow": shadow, "drawn": "none"},
        "light",
    )
    by_choice = _block(_DARK, dark, "dark")
    by_system = _block(_AUTO, dark, "dark")
    on_paper = _block(":root, [data-md-color-scheme]", {**day, **_PRINT}, "light")
    return (
        f"{light}{by_choice}@media (prefers-color-scheme: dark) {{\n{by_system}}}\n"
        f"@media print {{\n{on_paper}}}\n"
    )


def _block(selector: str, values: Mapping[str, str], scheme: str) -> str:
    lines = "".join(f"  --{name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}  color-scheme: {scheme};\n}}\n"
