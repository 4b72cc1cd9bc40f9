"""`loa schema`: completion and checking in the editor."""

import json
from pathlib import Path

import click

from generator.cli.console import LANGUAGE, _, say, workspace


@click.command(
    "schema",
    short_help=_("Let VS Code complete and check files as one types."),
    help=_(
        "Write JSON Schemas of all files into .vscode/, so that VS Code completes keys and checks "
        "values as one types.\n\n"
        "VS Code needs the extension “YAML” (redhat.vscode-yaml) for it; that checks the .yml "
        "files. For the data at the beginning of Markdown files it needs one more that reads front "
        "matter, and loa check says the same. Other settings in .vscode/settings.json are kept."
    ),
)
@click.pass_obj
def command(folder: Path) -> None:
    """Write the schemas and the settings that use them."""
    from generator.app.schema import schemas, settings

    target = workspace(folder) / ".vscode"
    written = schemas(LANGUAGE)
    (target / "schemas").mkdir(parents=True, exist_ok=True)
    for name, schema in written.items():
        _write(target / "schemas" / name, schema)
    existing = _read(target / "settings.json")
    if existing is None:
        say(
            "{file} is not plain JSON and was left alone; add these lines to it:",
            file=".vscode/settings.json",
        )
        click.echo(json.dumps(settings({}), indent=2))
        return
    _write(target / "settings.json", settings(existing))
    say("Written: {count} schemas and .vscode/settings.json.", count=len(written))


def _read(path: Path) -> dict[str, object] | None:
    """The settings; None for what is no plain JSON object (VS Code allows comments in it)."""
    from generator.adapters.opening import content

    try:
        found = json.loads(content(path, path.parent).decode("utf-8-sig") or "{}")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _write(path: Path, value: object) -> None:
    from generator.adapters.disk import write

    write(path, ((json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode(),))
