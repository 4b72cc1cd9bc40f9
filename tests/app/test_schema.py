"""`loa schema`: what editors check as one types agrees with what `loa check` reads."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from generator.adapters.starter import starter
from generator.app.schema import FILES, schemas, settings
from generator.media import media

ROOT = Path(__file__).parents[2]
SCHEMAS = schemas("vi")
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
Loa = Callable[..., subprocess.CompletedProcess[str]]


class Plain(yaml.SafeLoader):
    """YAML as editors' language servers type it (core schema): a date is a text, and so is `on`."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if not tag.endswith((":timestamp", ":merge"))]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    if first not in "oOyYnN"
}


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[name], registry=REGISTRY)


def problems(name: str, value: object) -> list[str]:
    return [error.message for error in validator(name).iter_errors(value)]


def front_matter(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8").split("\n---\n")[0], Plain)  # noqa: S506


def authored(root: Path) -> Iterator[tuple[str, str, object]]:
    """Schema, path and value of every file of a workspace."""
    for name, (_, pattern) in FILES.items():
        for path in sorted(root.glob(pattern)):
            yield name, str(path), yaml.load(path.read_text(encoding="utf-8"), Plain)  # noqa: S506
    for path in sorted(root.glob("content/**/*.md")):
        yield "piece.json", str(path), front_matter(path)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new")
    for path, data in starter("Trang", "https://example.org", 2026).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_each_is_a_json_schema() -> None:
    assert sorted(SCHEMAS) == sorted([*FILES, *(f"{name}.json" for name in media()), "piece.json"])
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)


def test_the_real_files_are_accepted() -> None:
    """Nobody has sent a table yet, whose columns would be known."""
    found = list(authored(ROOT))
    assert {name for name, _, _ in found} == {*FILES, "piece.json"} - {"columns.json"}
    assert {path: told for name, path, value in found if (told := problems(name, value))} == {}


def test_evidence_is_accepted_in_a_list_and_alone() -> None:
    every = [v for n, _, v in authored(ROOT / "tests/examples/whole") if n == "evidence.json"]
    (listed,) = every
    assert isinstance(listed, list)
    assert [told for value in (listed, *listed) if (told := problems("evidence.json", value))] == []
    assert problems("evidence.json", [*listed, {"id": "mc-1"}]) != []


def test_the_files_of_a_new_workspace_are_accepted(new: Path) -> None:
    told = {path: problems(name, value) for name, path, value in authored(new)}
    assert {path: found for path, found in told.items() if found} == {}


def test_unknown_keys_are_rejected_at_every_level(new: Path) -> None:
    accepted = []
    for name, path, value in authored(new):
        for place in _groups(value):
            changed = deepcopy(value)
            _at(changed, place)["quen_tay"] = "x"
            if not problems(name, changed):
                accepted.append((path, place))
    # `colours:` of the brand is a group of names that designers choose
    assert [place for _, place in accepted] == []


def _groups(value: object, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        yield place
        for key, part in value.items():
            yield from _groups(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _groups(part, (*place, index))


def _at(value: Any, place: tuple[Any, ...]) -> Any:  # noqa: ANN401 - whatever YAML holds
    for part in place:
        value = value[part]
    return value


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"medium": "tivi"}, "'tivi' is not one of"),
        ({"id": "Phát thanh"}, "does not match"),
        ({"status": "published"}, "'published' is not one of"),
        ({"speakers": "PTV 1"}, "'PTV 1' is not of type 'array'"),
        ({"placements": [{"copies": 2}]}, "'place' is a required property"),
    ],
)
def test_wrong_values_are_told(new: Path, change: dict[str, object], message: str) -> None:
    path = new / "content/phat-thanh/phat-thanh-mau.md"
    value = front_matter(path)
    assert isinstance(value, dict)
    told = problems("piece.json", {**value, **change})
    assert len(told) == 1
    assert message in told[0]


def test_settings_keep_what_is_there() -> None:
    mine = {"editor.fontSize": 18, "yaml.schemas": {"https://example.org/x.json": "x.yml"}}
    merged = settings(mine)
    assert merged["editor.fontSize"] == 18
    assert merged["yaml.schemas"]["https://example.org/x.json"] == "x.yml"
    assert merged["yaml.schemas"]["./.vscode/schemas/plan.json"] == "campaigns/*/plan.yml"
    assert settings(merged) == merged
    assert mine == {"editor.fontSize": 18, "yaml.schemas": {"https://example.org/x.json": "x.yml"}}


def test_the_command_writes_files_that_stay_the_same(new: Path, tmp_path: Path, loa: Loa) -> None:
    folder = shutil.copytree(new, tmp_path / "new")
    (folder / ".vscode").mkdir()
    (folder / ".vscode/settings.json").write_text('{"a": "đ"}', encoding="utf-8")
    runs = []
    for _ in range(2):
        done = loa("-C", str(folder), "schema")
        assert (done.returncode, done.stderr) == (0, "")
        runs.append({p.name: p.read_bytes() for p in sorted((folder / ".vscode").rglob("*.json"))})
    assert runs[0] == runs[1]
    assert json.loads(runs[0]["settings.json"])["a"] == "đ"
    assert sorted(runs[0]) == sorted([*SCHEMAS, "settings.json"])


def test_settings_with_comments_are_left_alone(new: Path, tmp_path: Path, loa: Loa) -> None:
    folder = shutil.copytree(new, tmp_path / "new")
    (folder / ".vscode").mkdir()
    target = folder / ".vscode/settings.json"
    target.write_text('{\n  // mine\n  "a": 1\n}\n', encoding="utf-8")
    done = loa("-C", str(folder), "schema")
    assert target.read_text(encoding="utf-8") == '{\n  // mine\n  "a": 1\n}\n'
    shown = re.search(r"\{.*\}", done.stdout, re.DOTALL)
    assert shown is not None
    assert json.loads(shown[0]) == settings({})
