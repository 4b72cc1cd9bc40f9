"""What is laid out otherwise than its author sees it because a sign or a number begins its line."""

from typing import Final

from generator.diagnostics import Rule, warning

_SIGN_LOST: Final = (
    "The sign {better} makes a list or a quotation here: readers do not see it before {text}."
)
OF_LISTS: Final = {
    "item-twice": warning(
        "item-twice-begun",
        "Two signs begin this item: readers see a list within a list.",
        "Begin it with one sign and a space.",
    ),
    "item-not-in": warning(
        "item-not-far-enough",
        "This item is neither below the item above nor beside it: it begins a list of its own.",
        "To put it below the item above, type it so: {better}",
    ),
    "list-signs": warning(
        "list-signs",
        "Another sign begins this item than those above: it begins a list of its own.",
        "Begin every item of a list with the same sign, “{text}”. What belongs to the item above "
        "is typed so: {better}",
    ),
    "item-too-far-in": Rule(
        "item-too-far-in",
        "This item stands too far in: it goes on in the line above, with its sign.",
        "Type it so, and put an empty line before it if no item stands above: {better}",
    ),
    "list-numbers": warning(
        "list-numbers",
        "Readers see {better}. here and not {text}.: a list counts by itself.",
        "Number the items one after another. Where the number itself matters, say it in words: "
        "- **Điều 3:** …",
    ),
    "number-for-list": warning(
        "number-for-list",
        "The number {text} begins a list here: it counts an item and belongs to no sentence.",
        "Where it belongs to the sentence, type it so, with a backslash: {better}",
    ),
    "numbers-in-script": warning(
        "list-in-script",
        "Nobody reads the numbers of this list aloud: the station gets its items without them.",
        "Where they are to be heard, write them as words and without a list: Thứ nhất, …",
    ),
    "quote-of-figure": warning(
        "sign-before-figure",
        _SIGN_LOST,
        "Write hơn {text} in words, or put a backslash before the sign: \\> {text}",
    ),
    "plus-for-list": warning(
        "sign-before-figure",
        _SIGN_LOST,
        "Put no space behind the plus: +{text}. For a list begin with a word.",
    ),
    "minus-for-list": warning(
        "sign-before-figure",
        _SIGN_LOST,
        "For a figure below zero write âm {text}; without the sign it is a sentence.",
    ),
}
"""By what `text/lists.py` calls it."""
