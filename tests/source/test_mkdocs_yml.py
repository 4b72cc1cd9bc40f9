"""mkdocs.yml is read by us alone: what its owner may say, and what never reaches a site builder."""

import pytest
import yaml

from generator.model.site import Site
from generator.outputs.site.builder_settings import mkdocs_yml, settings_of
from generator.source.document import document
from generator.source.mkdocs_yml import SLUGIFY, read_site

HEAD = "site_name: Thử\nsite_url: https://thu.example.org/\n"


def told(text: str) -> list[tuple[str, str]]:
    _, found = read_site(document("mkdocs.yml", HEAD + text))
    return [(problem.rule.code, str(problem.where).partition(":")[2]) for problem in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theme: {name: readthedocs}", [("wrong-choice", "3:15")]),
        ("theme: {features: [x]}", [("unknown-key", "3:9")]),
        ("theme: {palette: [{scheme: slate, primary: red}]}", [("unknown-key", "3:35")]),
        (
            "theme: {palette: [{scheme: slate, toggle: {icon: ../x, name: y}}]}",
            [("wrong-choice", "3:50")],
        ),
        ("docs_dir: content", [("wrong-choice", "3:11")]),
        ("use_directory_urls: perhaps", [("wrong-choice", "3:21")]),
        ("extra: {analytics: {provider: x}}", [("unknown-key", "3:9")]),
        ("extra: {loa: {sai: x}}", [("unknown-key", "3:15")]),
        ("plugins: {search: {lang: vi}}", [("setting-refused", "3:11")]),
        ("plugins: search", [("setting-refused", "3:10")]),
        ("plugins: []", []),
        ("markdown_extensions: {attr_list: {}, của.tôi: {}}", [("setting-refused", "3:38")]),
        ("watch: [..]", [("unknown-key", "3:1")]),
        ("theme: !!python/name:os.system x", [("yaml-tag", "3:8")]),
        ("site_author: !!python/object/new:os.system [x]", [("yaml-tag", "3:14")]),
        ("x: &a 1\ny: *a", [("yaml-alias", "3:4"), ("yaml-alias", "4:4")]),
        ("<<: {hooks: [x.py]}", [("unknown-key", "3:1")]),
        ("hooks: [a.py]\nhooks: [b.py]", [("duplicate-key", "4:1"), ("setting-refused", "3:1")]),
        ("'hooks': [a.py]", [("setting-refused", "3:1")]),
        ("site_url: https://[x/", [("duplicate-key", "3:1")]),
        ("site_description: Sạch hơn #1", [("cut-by-hash", "3:28")]),
    ],
)
def test_what_is_refused_and_where(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("url", ["https://[x/", "https://a b/", "ftp://x/", 'https://x/"><b>', "x"])
def test_an_address_that_the_site_builder_could_not_read(url: str) -> None:
    _, found = read_site(document("mkdocs.yml", f"site_name: Thử\nsite_url: '{url}'\n"))
    assert [problem.rule.code for problem in found] == ["bad-web-address"]


def plain(value: object) -> bool:
    """Whether a value holds nothing that could run."""
    if isinstance(value, dict):
        return all(isinstance(key, str) and plain(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or isinstance(value, str | int | bool)


def test_what_is_written_anew_holds_plain_values_alone() -> None:
    palette = (
        "theme: {palette: [{scheme: slate, toggle: {icon: material/weather-night, name: '<b>'}}]}"
    )
    file, found = read_site(document("mkdocs.yml", HEAD + palette))
    assert found == []
    config = settings_of(Site("Thử", "https://thu.example.org/", file=file))
    assert plain(dict(config))
    assert config["theme"]["palette"] == [
        {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "<b>"}}
    ]
    assert {"hooks", "INHERIT", "plugins"} & config.keys() == {"plugins"}
    staged = mkdocs_yml(Site("Thử: #1", "https://thu.example.org/"), [{"Một": "index.md"}])
    assert yaml.safe_load(staged)["site_name"] == "Thử: #1"
    assert "!!" not in staged


@pytest.mark.parametrize(
    "text",
    [
        "docs_dir: build/docs\nsite_dir: dist/public",
        "theme: {name: material, custom_dir: build/theme, language: vi, font: false}",
        f"markdown_extensions:\n- toc:\n    slugify: !!{SLUGIFY}",
    ],
)
def test_what_an_older_loa_init_wrote_may_stand_there(text: str) -> None:
    assert told(text) == []
