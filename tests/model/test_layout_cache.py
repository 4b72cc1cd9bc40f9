"""What is known of a page that was laid out before: all but its body, which is not held."""

from generator.model.artifact import page_artifact
from generator.model.layout_cache import page_later, row_of
from generator.model.webpage import Webpage


def test_a_page_asks_for_its_body_whenever_it_is_read() -> None:
    made = page_artifact(Webpage("a/index.md", {"title": "A"}, "<p>a</p>"))
    asked: list[str] = []

    def body() -> str:
        asked.append("body")
        return "<p>a</p>"

    later = page_later(row_of(made), body)
    assert (later.path, later.digest, row_of(later)) == (made.path, made.digest, row_of(made))
    assert asked == []
    assert [later.bytes(), later.bytes()] == [made.bytes()] * 2
    assert asked == ["body", "body"]
