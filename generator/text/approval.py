"""What papers that leave the office say of an approval that nobody has given."""

ONLY_AN_EXAMPLE = (
    "EXAMPLE: nobody has approved this piece. It is not to be printed or aired before somebody has."
)
"""In the place of who approved a piece, and when."""
EXAMPLES = (
    "EXAMPLES: nobody has approved these pieces. They are not to be printed or aired before "
    "somebody has."
)
"""At the head of every paper of a pack that holds such a piece."""
