"""`python -m generator` is `loa`."""

import sys

from generator.catalogue import translate

NO_LIBRARY = (
    "The library “{name}” is missing in this Python. Type pip install -c constraints.txt . in the "
    "folder of loa; before that, open its virtual environment (.venv), if it has one."
)

try:
    from generator.cli import main
except ModuleNotFoundError as error:
    if (error.name or "").startswith("generator"):
        raise
    sys.exit(translate(NO_LIBRARY, "vi").format(name=error.name))

if __name__ == "__main__":  # worker processes import this file too
    main()
