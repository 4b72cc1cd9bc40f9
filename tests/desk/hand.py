"""The hand of a person at a screen of the desk."""

from functools import partial
from typing import TYPE_CHECKING

from tests.desk.tabbing import tab_to_name

if TYPE_CHECKING:
    from playwright.sync_api import Page


class Hand:
    """Does what a person does with the mouse, or with the keyboard alone."""

    def __init__(self, page: "Page", *, has_mouse: bool) -> None:
        self.page, self._has_mouse = page, has_mouse

    def press(self, name: str) -> None:
        """A link, a button or a heading that opens, by the words that it begins with."""
        if not self._has_mouse:
            tab_to_name(self.page, name)
        chosen = self.page.locator("a, button, summary").filter(has_text=name).first
        target = chosen if self._has_mouse else self.page.locator(":focus")
        do = target.click if self._has_mouse else partial(target.press, "Enter")
        if target.evaluate("one => one.tagName") == "SUMMARY":
            do()
            return
        with self.page.expect_navigation():
            do()

    def fill(self, name: str, value: str) -> None:
        """A field, by its label."""
        if self._has_mouse:
            self.page.get_by_label(name).locator("visible=true").first.fill(value)
        else:
            tab_to_name(self.page, name)
            self.page.keyboard.type(value)

    def told(self) -> str:
        """What the screen says of what was done."""
        return self.page.locator(".told[role=status]").inner_text()
