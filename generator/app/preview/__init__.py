"""The site as an editor sees it while writing."""
