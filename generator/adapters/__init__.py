"""The world: the only part, beside the command line, that touches files, clock and processes."""
