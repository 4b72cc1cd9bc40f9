"""What preflight said of a file: for programs (JSON) and for people (a page of its own)."""

import json
from collections.abc import Mapping
from html import escape
from string import Template

from generator.catalogue import words
from generator.diagnostics import Diagnostic
from generator.model.palette import look
from generator.outputs.print.piece_files import PieceFiles
from generator.press.conditions import conditions, eyelet_count, strips
from generator.press.making import scales
from generator.press.orders import diagnostic_of, names_at
from generator.press.preflight import Result
from generator.press.studio_file import StudioFile
from generator.press.studio_points import STUDIO_POINTS
from generator.vietnamese.numbers import format_number

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;"
    "color:$text;background:$ground}table{border-collapse:collapse;width:100%}"
    "td,th{border-bottom:1px solid $line;padding:.4rem;text-align:left;vertical-align:top}"
    "dt{float:left;clear:left;width:11rem;color:$soft}dd{margin:0 0 .2rem 11rem}"
    ".ok{color:$brand}.warn,.no{color:$clay}.no{font-weight:700}code{font-size:.9em}"
)


def facts_of(piece: PieceFiles) -> str:
    """What the reports say beside what the files say of themselves: copies, places, rules."""
    ordered = piece.rendering
    faults = (*ordered.order.rules, *ordered.order.preview)
    said = [str(diagnostic_of(f, ordered, piece.context.plan)) for f in faults]
    asked = list(conditions([ordered.order]))
    held = [_job(piece), _labelled(piece), asked, said, _style(piece)]
    return json.dumps(held, ensure_ascii=False, sort_keys=True)


def report_json(piece: PieceFiles) -> str:
    """The report for programs; same file, same text."""
    points = [
        {
            "point": result.point,
            "title": words(result.title),
            "passed": result.is_passed,
            "applies": result.applies,
            "attested": result.is_attested,
            "found": [
                _as_data(diagnostic_of(f, piece.rendering, piece.context.plan))
                for f in result.faults
            ],
        }
        for result in piece.press_files().results
    ]
    verdict = "look" if piece.rendering.order.preview else "deliver"
    content = {"job": _job(piece), "verdict": verdict, "points": points}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def report_page(piece: PieceFiles) -> str:
    """The report for people."""
    rows = "".join(
        f"<tr><td>{result.point}</td><td>{escape(words(result.title))}"
        f"{_studio_point(piece, result)}</td>"
        f"<td>{_said(piece, result)}</td></tr>"
        for result in piece.press_files().results
    )
    facts = "".join(
        f"<dt>{escape(words(label))}</dt><dd>{escape(str(value))}</dd>"
        for label, value in (*_labelled(piece), *conditions([piece.rendering.order]))
    )
    title = escape(f"{words('Preflight')}: {piece.rendering.order.name}")
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_style(piece)}</style><h1>{title}</h1>{_verdict(piece)}"
        f"<dl>{facts}</dl>"
        f"<table><thead><tr><th>#</th><th>{words('Point')}</th><th>{words('Result')}</th></tr>"
        f"</thead><tbody>{rows}</tbody></table></html>\n"
    )


def _style(piece: PieceFiles) -> str:
    shown = look(piece.context.plan.workspace.brand)
    return Template(_STYLE).substitute(shown, clay=shown["clay-text"])


def _verdict(piece: PieceFiles) -> str:
    if piece.rendering.order.preview:
        said = escape(words("Only to be looked at (BẢN XEM), not to be printed."))
        return f'<p class="no">{said}</p>'
    return f'<p class="ok">{escape(words("May be delivered."))}</p>'


def _said(piece: PieceFiles, result: Result) -> str:
    found = [diagnostic_of(f, piece.rendering, piece.context.plan) for f in result.faults]
    if not result.applies:
        return escape(
            words("The studio answers for it" if result.is_attested else "Does not apply")
        )
    if not found:
        return f'<span class="ok">{escape(words("Passed"))}</span>'
    return "<br>".join(_as_html(each) for each in found)


def _studio_point(piece: PieceFiles, result: Result) -> str:
    """What a studio's file is held to, and for what the studio answers."""
    if piece.rendering.order.studio is None:
        return ""
    return f"<br><small>{escape(words(STUDIO_POINTS[result.point - 1].why))}</small>"


def _as_html(found: Diagnostic) -> str:
    kind = "no" if found.is_error else "warn"
    message, hint = _texts(found)
    return (
        f'<span class="{kind}">{escape(message)}</span><br>{escape(hint)}'
        f"<br><code>{escape(str(found.where))}</code>"
    )


def _as_data(found: Diagnostic) -> dict[str, str]:
    message, hint = _texts(found)
    return {
        "code": found.rule.code,
        "severity": str(found.rule.severity),
        "message": message,
        "hint": hint,
        "change": str(found.where),
    }


def _texts(found: Diagnostic) -> tuple[str, str]:
    return found.message("vi"), found.hint("vi")


def _job(piece: PieceFiles) -> Mapping[str, object]:
    order, ordered = piece.rendering.order, piece.rendering
    return {
        "piece": piece.piece.id,
        "campaign": ordered.entry.campaign.id,
        "file": f"{order.name}.pdf",
        "size": str(order.artwork.trim),
        "scales": _scales(piece),
        "copies": ordered.copies or None,
        "places": list(ordered.places),
        "printer": order.printer.id,
        "revised": order.facts.revised_on.isoformat(),
        "digest": order.short_digest,
    }


def _studio(studio: StudioFile) -> list[tuple[str, object]]:
    return [
        ("Laid out by", studio.studio or "–"),
        ("File as delivered", studio.path),
        ("SHA-256 as delivered", studio.digest),
    ]


def _scales(piece: PieceFiles) -> dict[str, str]:
    return scales(piece.rendering.order, piece.kinds)


def _labelled(piece: PieceFiles) -> list[tuple[str, object]]:
    order, ordered = piece.rendering.order, piece.rendering
    hung = (names_at(piece.context.plan, ordered.entry, each) for each in ordered.placements)
    names = ", ".join(dict.fromkeys(name for name, _ in hung if name))
    return [
        ("Piece", f"{piece.piece.title} ({piece.piece.id})"),
        ("Finished size", str(order.artwork.trim)),
        ("Scale", "; ".join(f"{name}: {scale}" for name, scale in _scales(piece).items())),
        ("Copies", format_number(ordered.copies) if ordered.copies else words("not stated")),
        ("Places", names or "–"),
        ("Printer", order.printer.name),
        ("Short digest", order.short_digest),
        ("Eyelets, each", eyelet_count(order)),
        ("Strips joined", strips(order)),
        *(_studio(order.studio) if order.studio else ()),
    ]
