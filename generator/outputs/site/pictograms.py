"""The small drawings of `assets/drawings.svg`, found by the words that they belong to."""

DRAWINGS = {
    "quan-ly-noi-vi": "broom",
    "kiem-soat-qua-trinh-tot-hon": "gauge",
    "thay-doi-nguyen-lieu": "swap",
    "cai-tien-thiet-bi": "wrench",
    "cong-nghe-moi": "machine",
    "tan-thu-tai-su-dung-tai-cho": "loop",
    "tao-san-pham-phu": "branch",
    "thay-doi-san-pham": "box",
}
"""Drawings by the slug of what they show: the eight groups of options."""


def drawing(slug: str) -> str:
    """The id of a drawing in the file, or nothing."""
    return DRAWINGS.get(slug, "")
