"""One CommonMark tree with positions, for checks, feeds, documents and the staged site."""
