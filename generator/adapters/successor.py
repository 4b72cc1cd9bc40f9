"""What another builder of sites needs beside the staged folders: a configuration of its own.

`build/mkdocs.yml` inherits the workspace's, so that `mkdocs build` and Zensical make the same pages
from `build/docs` and `build/theme`, into `build/site`, where they harm no results.
"""

import json
from collections.abc import Sequence

from generator.ports import NavEntry

_HEAD = """\
# Made by loa build: the site as it is staged here, for mkdocs build or zensical build.
INHERIT: ../mkdocs.yml
docs_dir: docs
site_dir: site
theme: {custom_dir: theme}
"""


def staged_config(nav: Sequence[NavEntry]) -> str:
    """The configuration; JSON is YAML."""
    return f"{_HEAD}nav: {json.dumps([*nav], ensure_ascii=False)}\n"
