"""Whoever has no mouse: Tab, until it leads there; Escape first for who is writing.

The first link of each screen leads over its head, as it does for whoever knows it.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

_AT_ONCE: Final = 6
"""Keys pressed before anybody asks where they led: to ask takes longer than to press."""
_MOST: Final = 600
_HELD: Final = """isThere => {
  const hold = event => {
    if (event.key !== "Tab" || !isThere(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.letTabGo?.();
  window.letTabGo = () => removeEventListener("keydown", hold, true);
  if (isThere(document.activeElement)) return true;
  addEventListener("keydown", hold, true);
  return false;
}"""
"""Whether one is there; from then on Tab leads as far as that, and no further."""
_IS_NAMED: Final = """(at, words) => {
  const label = at.labels && at.labels[0];
  const name = at.getAttribute("aria-label") || (label || at).textContent;
  return name.trim().replace(/\\s+/g, " ").startsWith(words);
}"""
_NAMED: Final = f"words => ({_HELD})(at => ({_IS_NAMED})(at, words))"
_MAY_SKIP: Final = f"""words => document.activeElement.matches(".skip")
  && ![...document.querySelectorAll("header :is(a, button, input, summary)")]
    .some(at => ({_IS_NAMED})(at, words))"""
"""Whether one is at the link to the main part of the screen, and nothing above it is called so."""
_IS_BELOW_HEAD: Final = """target => document.activeElement === document.body
  && !!document.querySelector("main")?.contains(target)"""
"""Whether one has just come, and the link over the head of the screen leads nearer."""
_IS_ABOVE: Final = """target => {
  const FOLLOWS = Node.DOCUMENT_POSITION_FOLLOWING;
  return !!(target.compareDocumentPosition(document.activeElement) & FOLLOWS);
}"""
"""Whether one comes from below: whoever does presses Shift as well."""
_WRITING: Final = """() => {
  const at = document.activeElement;
  return !!at.closest(".ProseMirror") && !at.closest("textarea, input");
}"""


def tab_to(page: "Page", target: "Locator") -> None:
    """From wherever one is, also if one is there already."""
    target.wait_for()
    there = f"target => ({_HELD})(at => at === target)"
    if target.evaluate(there):
        return
    if target.evaluate(_IS_BELOW_HEAD):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.skip')"):
            page.keyboard.press("Enter")
    if page.evaluate(_WRITING):
        page.keyboard.press("Escape")
    key = "Shift+Tab" if target.evaluate(_IS_ABOVE) else "Tab"
    assert _is_reached(page, lambda: target.evaluate(there), key), f"no Tab leads to {target}"


def tab_to_name(page: "Page", words: str) -> None:
    """To the next link, button or field whose name begins so."""
    page.keyboard.press("Tab")
    if page.evaluate(_MAY_SKIP, words):
        page.keyboard.press("Enter")
    is_reached = _is_reached(page, lambda: page.evaluate(_NAMED, words))
    assert is_reached, f"no Tab leads to “{words}” on {page.url}"


def _is_reached(page: "Page", look: "Callable[[], bool]", key: str = "Tab") -> bool:
    for _ in range(_MOST // _AT_ONCE):
        if look():
            return True
        for _ in range(_AT_ONCE):
            page.keyboard.press(key)
    return False
