"""Templates leave no lines of their own in a page, and keep the numbers of their lines."""

import pytest
from jinja2 import DictLoader, Environment

from generator.outputs.site.look import theme, without_indentation

TEMPLATE = """\
<ul>
  {% for name in names %}
    {#- who -#}
    <li>
      <b>{{ name }}</b> <i>{% if name == "An" %}first{% endif %}</i>
    </li>
  {% endfor %}{% set x = 1 %}
</ul>
{% if names %}<p>end</p>{% endif %}
"""


def rendered(template: str) -> str:
    return Environment(autoescape=True).from_string(template).render(names=["An", "Bình"])


def test_lines_of_tags_and_indentation_are_gone_and_words_stay_apart() -> None:
    assert rendered(without_indentation(TEMPLATE.encode()).decode()) == (
        "<ul>\n<li>\n<b>An</b> <i>first</i>\n</li>\n<li>\n<b>Bình</b> <i></i>\n</li>\n"
        "</ul>\n<p>end</p>"
    )


def test_an_error_keeps_its_line() -> None:
    broken = TEMPLATE.replace("{{ name }}", "{{ name | nothing }}").encode()
    assert [
        line
        for line, text in enumerate(without_indentation(broken).split(b"\n"), 1)
        if b"nothing" in text
    ] == [5]


@pytest.mark.parametrize("name", ["base.html", "main.html", "partials/side.html"])
def test_the_frame_is_staged_trimmed(name: str) -> None:
    staged = theme({})
    assert not [line for line in staged[name].split(b"\n") if line != line.strip()]
    Environment(loader=DictLoader({name: staged[name].decode()}), autoescape=True).parse(
        staged[name].decode()
    )
