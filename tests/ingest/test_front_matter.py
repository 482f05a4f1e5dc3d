"""What an article states of itself is taken as stated, or refused with the reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import ArticleError
from rag.ingest.front_matter import Fields, language_tag, parse_front_matter, read_date


@pytest.mark.parametrize(
    "value", ["2024-06-19", "'2024-06-19'", "2024-06-19T03:00:00Z", "2024-06-19 03:00", "20240619", "1718766000"]
)
def test_days_as_people_and_programs_write_them(value):
    fields, _ = parse_front_matter(f"---\ntitle: x\npublished: {value}\n---\nText")
    assert fields.published == date(2024, 6, 19)


@pytest.mark.parametrize("value", ["2024-13-45", "2023-02-29", "19/06/2024", "yesterday", "2024", "99999999999999"])
def test_a_date_that_is_none_is_named_with_the_remedy(value):
    with pytest.raises(ArticleError, match=rf'"date: {value}" is not a date: .*YYYY-MM-DD'):
        parse_front_matter(f"---\ndate: {value}\n---\nText")


def test_aliases_are_refused():
    bomb = "---\na: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9)) + "---\nText"
    with pytest.raises(ArticleError, match="aliases"):
        parse_front_matter(bomb)


def test_broken_yaml_names_the_line():
    with pytest.raises(ArticleError, match="line 3"):
        parse_front_matter("---\nlang: en\ntitle: a: b\n---\nText")


@pytest.mark.parametrize(
    "text", ["---\n\nA text that begins with a rule.\n\n---\n\nAnd goes on.", "--- no fence\nText", "---\ntitle: open"]
)
def test_a_rule_at_the_top_is_no_front_matter(text):
    assert parse_front_matter(text) == (Fields(), text)


def test_a_link_that_is_no_web_address_is_dropped():
    assert parse_front_matter("---\nurl: javascript:alert(1)\ntitle: t\n---\nx")[0] == Fields(title="t")


@pytest.mark.parametrize(
    ("value", "tag"),
    [("EN", "en"), ("zh_hant_tw", "zh-Hant-TW"), ("pt-br", "pt-BR"), ("und", None), ("English", None), ("", None)],
)
def test_language_tags(value, tag):
    assert language_tag(value) == tag


@given(st.text(max_size=60) | st.from_regex(r"[-0-9T:.+ ]{1,30}", fullmatch=True))
def test_any_text_is_a_day_or_none(value):
    assert read_date(value) is None or isinstance(read_date(value), date)


@given(st.text(alphabet=st.sampled_from("ab:-&*[]{}#|>'\"\n \t!%@`,?"), max_size=80))
def test_any_front_matter_is_read_or_refused(block):
    try:
        fields, body = parse_front_matter(f"---\ntitle: t\n{block}\n---\nText")
    except ArticleError:
        return
    assert body.endswith("Text") and isinstance(fields, Fields)
