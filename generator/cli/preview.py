"""`loa preview`: see what one writes while writing."""

from pathlib import Path

import click

from generator.cli.console import _, say, workspace
from generator.cli.serving import PORT, host_option, not_opened

_LAYOUTS = ("assets/print", "assets/handoff")


@click.command(
    "preview",
    short_help=_("Show the site in the browser while you write."),
    help=_(
        "Show the site in a browser of this machine while you write: a saved file is seen at "
        "once.\n\nDrafts and pieces of the future are shown too, and marked. Nothing is written "
        "into dist/. Ctrl-C ends it."
    ),
)
@click.option(
    "--port", type=PORT, default=8001, show_default=True, help=_("The port on 127.0.0.1.")
)
@host_option
@click.pass_obj
def command(folder: Path, port: int, hosts: tuple[str, ...]) -> None:
    """Serve until stopped."""
    from generator.adapters.web.preview_site import preview_server
    from generator.adapters.web.server import Listening
    from generator.adapters.web.watch import Watch

    root = workspace(folder)
    say("Reading the files …", err=True)
    preview = Preview(root)
    try:
        listening = Listening(preview_server(preview.live, hosts), port)
    except OSError as error:
        preview.close()
        not_opened(error, "preview", port)
    watch = Watch(root, preview.on_change)
    say("{url} shows the site. Ctrl-C ends it.", url=listening.url)
    try:
        listening.answer()
    finally:
        watch.close()
        preview.close()


class Preview:
    """A desk with its pages, for one workspace."""

    def __init__(self, root: Path) -> None:
        """Look at everything once."""
        from dataclasses import replace

        from generator.adapters.typesetter import TypstTypesetter
        from generator.app.preview.live import LivePreview
        from generator.cli.world import world
        from generator.outputs.site.look import look

        self._folder = root / "build" / "preview"
        own = [root / name for name in _LAYOUTS]
        self._typesetter = TypstTypesetter(self._folder / "typst", *own, inside=root)
        self._world = replace(world(root), typesetter=self._typesetter)
        theme = {artifact.path: artifact for artifact in look()}
        self.live = LivePreview(self._world, theme, self._world.results.recover().bytes)

    def on_change(self, paths: set[str]) -> None:
        """Somebody has saved, renamed or deleted these files, or (“”) a folder."""
        if any(path.startswith(_LAYOUTS) or not path for path in paths):
            self._typesetter.stage()
        self.live.update(paths)

    def close(self) -> None:
        """Look no more."""
        self.live.close()
        self._world.workers.close()
