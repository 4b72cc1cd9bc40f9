"""`loa --help`, as often as one likes: python bench/help.py [RUNS]."""

import sys

from measure import LOA, table, typical


def main() -> None:
    """Print the seconds of an empty Python, of importing click, and of the help."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    commands = {
        "python -c pass": (sys.executable, "-c", "pass"),
        "import click": (sys.executable, "-c", "import click"),
        "loa --help": (*LOA, "--help"),
        "loa check --help": (*LOA, "check", "--help"),
    }
    costs = {name: typical(runs, *command) for name, command in commands.items()}
    table(
        ("command", "seconds", "cpu seconds", "MiB"),
        [(n, c.seconds, c.cpu, c.memory) for n, c in costs.items()],
    )


if __name__ == "__main__":
    main()
