"""Use cases: what a command does, seen through ports."""
