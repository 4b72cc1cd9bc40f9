"""`loa schema`: completion and checking in the editor."""

import json
from pathlib import Path

import click

from generator.cli.console import _, say, workspace


@click.command(
    "schema",
    help=_(
        "Write JSON Schemas of all files into .vscode/, so that VS Code (with its YAML extension)\n"
        "completes keys and checks values as one types.\n\n"
        "Other settings in .vscode/settings.json are kept."
    ),
)
@click.pass_obj
def command(folder: Path) -> None:
    """Write the schemas and the settings that use them."""
    from generator.app.schema import schemas, settings

    folder = workspace(folder) / ".vscode"
    (folder / "schemas").mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / "schemas" / name).write_text(text, encoding="utf-8")
    target = folder / "settings.json"
    try:
        existing = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
    except ValueError:
        say(
            "{file} is not plain JSON and was left alone; add these lines to it:",
            file=".vscode/settings.json",
        )
        click.echo(json.dumps(settings({}), indent=2))
        return
    target.write_text(
        json.dumps(settings(existing), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    say("Written: {count} schemas and .vscode/settings.json.", count=len(schemas()))
