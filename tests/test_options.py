"""What options of several commands mean, and which are refused."""

from datetime import date

import pytest
import typer

from rag.options import day_of, filters_of


def filters(after=None, before=None, happened_after=None, happened_before=None):
    return filters_of(after, before, happened_after, happened_before, None, None)


def test_days_are_read_in_pairs():
    found = filters("2024-01-01", "2024-01-01", "2023-05-01", None)
    assert (found.after, found.before) == (date(2024, 1, 1), date(2024, 1, 1))
    assert (found.happened_after, found.happened_before) == (date(2023, 5, 1), None)
    assert not filters()


@pytest.mark.parametrize("first", [0, 2])
def test_days_the_wrong_way_round_are_refused(first):
    days = [None] * 4
    days[first : first + 2] = ["2025-01-01", "2020-01-01"]
    name = ("--before is", "--happened-before is")[first // 2]
    with pytest.raises(typer.BadParameter, match=f"^{name}"):
        filters(*days)


@pytest.mark.parametrize("text", ["", " ", "2024-13-45", "yesterday"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(typer.BadParameter, match="--after"):
        filters(text)
    with pytest.raises(typer.BadParameter, match="--today"):
        day_of(text, "--today")
