"""A report of what was done: its words, its files, and the frozen ones."""
