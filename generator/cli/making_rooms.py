"""What `loa desk` needs to print and to build, put together for a workspace."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.print_room import PrintRoom
from generator.cli.site_room import SiteRoom
from generator.cli.workshop import BackgroundWorkshop

if TYPE_CHECKING:
    from datetime import datetime

    from generator.cli.workplace import Workplace


class MakingRooms:
    """Workshop, presses and site of the workspace `root`, as of a moment or of now."""

    def __init__(self, root: Path, here: "Workplace", as_of: "datetime | None" = None) -> None:
        """Nothing is made yet."""
        self.workshop = BackgroundWorkshop(root, as_of)
        self.presses, self.site = PrintRoom(root, here), SiteRoom(root, here)

    def close(self) -> None:
        """End what draws, and look for nothing that is due."""
        self.workshop.close()
        self.presses.close()
