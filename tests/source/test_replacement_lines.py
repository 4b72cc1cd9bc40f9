"""Lines to be typed: the keys of a group in one line, as YAML reads them back (test data)."""

import pytest
import yaml

from generator.source.replacement_lines import divided_keys

KEYS = ("id", "name", "roll", "lead", "eyelets", "every", "inset", "names", "role")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "{id: a, roll: 1,6 m, eyelets: {every: 50 cm, inset: 15 mm}}",
            {"id": "a", "roll": "1,6 m", "eyelets": {"every": "50 cm", "inset": "15 mm"}},
        ),
        (
            "{eyelets: {every: 50 cm, inset: 15 mm}, names: [{name: A, role: b}], roll: 1,6 m}",
            {
                "eyelets": {"every": "50 cm", "inset": "15 mm"},
                "names": [{"name": "A", "role": "b"}],
                "roll": "1,6 m",
            },
        ),
        (
            '{name: "Nhà in, lead: 5", roll: 1,6 m; lead: 5}',
            {"name": "Nhà in, lead: 5", "roll": "1,6 m", "lead": 5},
        ),
        ('{name: "A, role: b}', {"name": "A", "role": "b"}),
        ("(name:A / role:b)", {"name": "A", "role": "b"}),
    ],
)
def test_keys_of_a_group_stay_in_it(text: str, meant: dict[str, object]) -> None:
    pairs = divided_keys(text, KEYS)
    typed = f"{{{', '.join(f'{name}: {value}' for name, value in pairs)}}}"
    assert yaml.safe_load(typed) == meant
