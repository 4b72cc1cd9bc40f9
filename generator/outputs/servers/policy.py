"""What a page may do (Content-Security-Policy), and the other headers that guard readers."""

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
    """Nothing but the site's own files; no script and no style within a page.

    https://www.w3.org/TR/CSP3/
    """
    said = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
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
