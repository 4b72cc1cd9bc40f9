"""`python -m generator` is `loa`."""

from generator.cli import main

main()
