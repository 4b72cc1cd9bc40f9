"""What a page may do (Content-Security-Policy), and the other headers that guard readers."""

import base64
import hashlib

_ALIGNMENTS = ("text-align: left;", "text-align: center;", "text-align: right;")
"""What a Markdown table writes into its cells."""

_FEATURES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")


def headers() -> dict[str, str]:
    """Every header by its name, the same for all files of the site."""
    return {
        "Content-Security-Policy": policy(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def policy() -> str:
    """Nothing but the site's own files; no script within a page, and styles only by their hash.

    https://www.w3.org/TR/CSP3/
    """
    styles = " ".join(source(style) for style in _ALIGNMENTS)
    said = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' 'unsafe-hashes' {styles}",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in said.items())


def source(text: str) -> str:
    """How a policy names a script or style by what it says."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
