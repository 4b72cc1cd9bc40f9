"""Whatever a build would refuse `loa check` foresees; what it cannot is listed with the reason.

A rule of these layers without an example in `tests/examples/bad/` or a line in
`tests/checks/mistakes.csv` has to say here who tells it. Best is that `loa check` does: of values
(`press/foreseen.py`), else of a page on trial (`app/trial.py`), to which a piece comes that
`foreseen.in_doubt` doubts.
"""

import csv
from pathlib import Path

from tests.test_examples import BAD, rules

HERE = Path(__file__).parent
LAYERS = {"outputs", "press", "adapters", "verify"}

CHECKED = "told by loa check; its example needs pictures, a profile or printers: see the tests"
ON_TRIAL = "told by loa check of a page on trial: where letters and inks fall only Typst knows"
OF_TEMPLATES = "told by loa check of a page on trial: only a template of one's own draws so"
OF_FILES = "our own file is right by its making: told of a file that lies somewhere, by preflight"
OURS = "nothing that an author writes: it guards what loa itself has made"
OF_THEMES = "of own HTML and styles the check of assets/theme/ tells it; here the rest of the page"
OF_MACHINE = "it depends on the memory of the machine"
ONLY_SAID = "no refusal: why artwork is stamped, which run list and proof say"

WHO_TELLS = {
    "artwork-not-approved": ONLY_SAID,
    "assessment-sheet": OF_TEMPLATES,
    "bad-profile": CHECKED,
    "bleed-bare": OF_TEMPLATES,
    "bleed-missing": OF_FILES,
    "box-missing": OF_FILES,
    "boxes-not-nested": OF_FILES,
    "brand-ink": CHECKED,
    "calendar-form": OURS,
    "colour-not-cmyk": OF_TEMPLATES,
    "drawing-colour": CHECKED,
    "drawing-cut": CHECKED,
    "drawing-hairline": CHECKED,
    "drawing-not-plain": CHECKED,
    "picture-colours": CHECKED,
    "print-picture": CHECKED,
    "drawing-tiny": CHECKED,
    "drawing-unseen": CHECKED,
    "evidence-leaked": OURS,
    "eyelet-outside": "loa check tells the same as printer-margin; here of a file from elsewhere",
    "feed-form": OURS,
    "feed-not-announced": OURS,
    "file-stale": OF_FILES,
    "room-on-fold": CHECKED,
    "scale-differs": OF_FILES,
    "font-not-embedded": OF_FILES,
    "glyph-not-there": OF_FILES,
    "hairline": OF_TEMPLATES,
    "handoff-template": OF_TEMPLATES,
    "ink-limit": ON_TRIAL,
    "ink-not-measured": OF_TEMPLATES,
    "intent-missing": OF_FILES,
    "letters-too-small": OF_TEMPLATES,
    "live-twin-missing": OF_FILES,
    "metadata-disagree": OF_FILES,
    "no-outlines": OF_TEMPLATES,
    "no-plates": OF_TEMPLATES,
    "no-such-drawing": CHECKED,
    "no-such-font": OF_TEMPLATES,
    "no-such-ink": OF_TEMPLATES,
    "outdoor-forbidden-fixing": CHECKED,
    "outdoor-foreign-above": OF_TEMPLATES,
    "outdoor-foreign-high": OF_TEMPLATES,
    "outdoor-law-unread": CHECKED,
    "outdoor-nobody-yet": CHECKED,
    "picture-tells-place": OURS,
    "outdoor-sponsor-beyond": OF_TEMPLATES,
    "outdoor-sponsor-place": CHECKED,
    "outdoor-sponsor-share": CHECKED,
    "outdoor-superlative": CHECKED,
    "outlines-differ": OF_FILES,
    "outside-request": OF_THEMES,
    "page-missing": OURS,
    "layout-head": CHECKED,
    "pdf-active": OF_FILES,
    "pdf-damaged": OF_FILES,
    "pdf-encrypted": OF_FILES,
    "pdf-pages": OF_FILES,
    "pdf-unreadable": OF_FILES,
    "pdf-version": OF_FILES,
    "pdfx-not-claimed": OF_FILES,
    "picture-too-coarse": CHECKED,
    "policy-forbids": OF_THEMES,
    "policy-missing": OURS,
    "profile-not-cmyk": OF_FILES,
    "qr-covered": OF_TEMPLATES,
    "qr-unreadable": ON_TRIAL,
    "qr-wrong": OF_FILES,
    "results-disagree": OURS,
    "site-link": OF_THEMES,
    "slot-left-out": OF_TEMPLATES,
    "slot-off-sheet": OF_TEMPLATES,
    "small-type-coloured": ON_TRIAL,
    "spot-not-approved": OF_TEMPLATES,
    "stamp-left": OF_FILES,
    "stamp-missing": OF_FILES,
    "template-error": OF_TEMPLATES,
    "template-other-page": OF_TEMPLATES,
    "template-unfit": OF_TEMPLATES,
    "text-added": OF_TEMPLATES,
    "text-differs": OF_TEMPLATES,
    "text-faint": ON_TRIAL,
    "text-in-hem": ON_TRIAL,
    "text-not-seen": ON_TRIAL,
    "text-on-eyelet": ON_TRIAL,
    "text-on-fold": ON_TRIAL,
    "text-on-seam": "a warning of the build: which seams cross words only a page that is set tells",
    "text-still-live": OF_FILES,
    "tiff-cut-off": OF_FILES,
    "tiff-differs": OF_FILES,
    "tiff-pixels": OF_FILES,
    "tiff-tag": OF_FILES,
    "tiff-too-large": CHECKED,
    "transparency-group-rgb": OF_TEMPLATES,
    "unexpected-file": OURS,
    "variant-missing": OF_FILES,
    "variant-name-twice": OF_FILES,
    "wall-calendar": OF_TEMPLATES,
    "white-overprints": OF_TEMPLATES,
    "work-lost": OF_MACHINE,
    "wrong-size": OF_FILES,
}


def test_every_rule_of_a_build_says_who_tells_it_before() -> None:
    with (HERE / "checks/mistakes.csv").open(encoding="utf-8", newline="") as stream:
        shown = {row["code"] for row in csv.DictReader(stream)}
    shown |= {name.partition("--")[0] for name in BAD}
    codes = {rule.code for layer, rule in rules() if layer in LAYERS}
    assert codes - shown == set(WHO_TELLS)


def test_what_is_said_to_be_checked_has_a_test() -> None:
    tests = [path for path in HERE.rglob("test_*.py") if path.name != Path(__file__).name]
    named = "".join(path.read_text("utf-8") for path in tests)
    said = {code for code, who in WHO_TELLS.items() if who in {CHECKED, ON_TRIAL}}
    assert sorted(code for code in said if f'"{code}"' not in named) == []
