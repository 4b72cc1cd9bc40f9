"""What stopped the reading of a file, as people say it who know no YAML."""

from typing import Final

from generator.source.hyphens import NO_HYPHEN
from generator.source.lines import DEEP_LINE

NO_SPACE: Final = "a space is missing behind the colon"
NO_SPACE_IN_LIST: Final = "a space is missing behind the hyphen"
INNER_MARK: Final = "the quotation mark within the value ends it too early"
OPEN_MARK: Final = "the quotation mark that begins the value is not closed"
OPEN_BRACKET: Final = "the bracket is not closed"
BEHIND: Final = "a sign stands behind the bracket that ends the value"
NO_COLON: Final = "there is no colon behind the key"
FIRST_SIGN: Final = "a value that begins with this sign must be in quotation marks"
STILL_OPEN: Final = "a question mark is no value; what nobody knows yet waits behind #"
BACKSLASH: Final = (
    "within straight quotation marks the sign \\ and the one behind it stand for something else"
)
SHALLOW_LINE: Final = "this line is not as far in as those of its group"
NO_LIST: Final = "a hyphen begins an item of a list, and here is none"
SHALLOW_TEXT: Final = (
    "this goes on with the text above, and must be further in than that; a remark begins with #"
)
RUN_IN: Final = "two keys stand in one line"
SIGNS_AROUND: Final = "signs stand around the whole line"
NOTE: Final = "this is neither “key: value” nor a remark"
LIST_IN_LIST: Final = "a list stands within a list; one pair of brackets or one hyphen is enough"
BRACES: Final = "a list stands in square brackets, not in braces"
BRACKETS: Final = "keys of one group stand in braces, not in square brackets"
OPEN_KEYS: Final = "keys are divided by commas, and a space is behind each colon"
PART_LOST: Final = "a value with a comma in it must be in quotation marks"
NO_KEY: Final = "each value in braces has its key before it"
OPEN_LIST: Final = "a list in one line stands in square brackets"
SPARE_COLON: Final = "one colon behind the key is enough"
SPARE_COMMA: Final = "there is a comma too many"
AS_TABLE: Final = "the data of a file are no table: each line is a key, a colon and its value"
AS_LIST: Final = "the data of a file are no list: each line begins with its key, then a colon"
NO_COMMA: Final = "there is no comma between two items"
PROBLEMS: Final = (
    NO_SPACE,
    NO_SPACE_IN_LIST,
    INNER_MARK,
    OPEN_MARK,
    OPEN_BRACKET,
    BEHIND,
    NO_COLON,
    NO_HYPHEN,
    FIRST_SIGN,
    STILL_OPEN,
    BACKSLASH,
    SHALLOW_LINE,
    DEEP_LINE,
    NO_LIST,
    SHALLOW_TEXT,
    RUN_IN,
    SIGNS_AROUND,
    NOTE,
    LIST_IN_LIST,
    BRACES,
    BRACKETS,
    OPEN_KEYS,
    PART_LOST,
    NO_KEY,
    OPEN_LIST,
    SPARE_COLON,
    SPARE_COMMA,
    NO_COMMA,
    AS_TABLE,
    AS_LIST,
)
"""What stopped YAML: details that are translated as messages are."""
