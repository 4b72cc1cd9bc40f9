"""A code that telephones read, drawn in a page."""

from generator.press.job import qr_rows

_QUIET = 4
"""Modules that stay light round a code (ISO/IEC 18004)."""


def code_svg(address: str) -> str:
    """SVG of a QR code, dark on light, whatever the colours of the page."""
    rows = qr_rows(address)
    side = len(rows) + 2 * _QUIET
    dark = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(rows, _QUIET)
        for x, module in enumerate(row, _QUIET)
        if module == "1"
    )
    return (
        f'<svg class="code" viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false">'
        f'<path class="code__light" d="M0 0h{side}v{side}H0z"/>'
        f'<path class="code__dark" d="{dark}"/></svg>'
    )
