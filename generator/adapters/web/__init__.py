"""The web server of `loa`: the results in `dist`, and the preview."""
