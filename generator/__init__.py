"""loa: outreach campaigns from one folder of Markdown and YAML."""

__version__ = "0.1.0"
