"""What stands over a page in a preview: mistakes with file and line, and facts about the piece."""

import html
from collections.abc import Mapping, Sequence
from importlib import resources

from generator.app.preview.view import EditorView
from generator.catalogue import words
from generator.diagnostics import Diagnostic

_LANGUAGE = "vi"
_MOST = 20
"""As many problems as can be read."""


def with_overlay(
    page: str, view: EditorView, path: str, troubles: Sequence[Diagnostic], facts: Mapping[str, str]
) -> str:
    """A page with its overlay.

    `troubles` are why it is not as it was saved last; `facts` are for the script that renews it.
    """
    overlay = _overlay(view, path, troubles, facts)
    head, end, rest = page.rpartition("</body>")
    return f"{head}{overlay}{end}{rest}" if end else page + overlay


def _overlay(
    seen: EditorView, path: str, troubles: Sequence[Diagnostic], facts: Mapping[str, str]
) -> str:
    own, others = seen.problems(path)
    told = [*own, *troubles, *others]
    problems = [_line(each) for each in told[:_MOST]]
    if len(told) > _MOST:
        more = words("{count} more errors: loa check", count=len(told) - _MOST)
        problems.append(f"<li>{html.escape(more)}</li>")
    notes = [f"<li>{html.escape(note)}</li>" for note in seen.notes(path)]
    data = "".join(f' data-{name}="{html.escape(fact)}"' for name, fact in facts.items())
    is_empty = "" if notes or problems else " hidden"
    return (
        f'<details open id="loa"{data}{is_empty}>'
        f"<style>{_template('overlay.css')}</style><summary>{_summary(told)}</summary>"
        f'<ul class="notes">{"".join(notes)}</ul><ol class="problems">{"".join(problems)}</ol>'
        f'</details><script id="loa-script">{_template("overlay.js")}</script>'
    )


def _summary(told: Sequence[Diagnostic]) -> str:
    errors = sum(each.is_error for each in told)
    parts = [words("Preview")]
    if told:
        counts = {"errors": errors, "warnings": len(told) - errors}
        parts.append(words("{errors} errors, {warnings} warnings", **counts))
    return html.escape(" · ".join(parts))


def _line(found: Diagnostic) -> str:
    where = f"{found.where.path}:{found.where.line}" if found.where.line else found.where.path
    kind = "error" if found.is_error else "warning"
    text, hint = (html.escape(each) for each in (found.message(_LANGUAGE), found.hint(_LANGUAGE)))
    return f"<li class={kind}><b>{html.escape(where)}</b> {text} <i>{hint}</i></li>"


def _template(name: str) -> str:
    folder = resources.files("generator") / "templates" / "preview"
    return (folder / name).read_text("utf-8")
