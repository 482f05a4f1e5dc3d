"""How much of an answer is right, in scripts with and without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer.overlap import exact, f1, words


@pytest.mark.parametrize(
    ("guess", "answers", "is_exact", "overlap"),
    [
        ("the Blue Bay", ["Blue Bay"], False, 4 / 5),
        ("BLUE  bay.", ["Blue Bay"], True, 1.0),
        ("第九届全国人大", ["全国人大"], False, 8 / 11),
        ("สิบเอ็ดวัน", ["สิบเอ็ดวัน"], True, 1.0),
        ("北京", ["東京", "北京"], True, 1.0),
        ("１８７１", ["1871"], True, 1.0),
        ("", ["1871"], False, 0.0),
        ("1871", [], False, 0.0),
    ],
)
def test_overlap_worked_out_by_hand(guess, answers, is_exact, overlap):
    assert exact(guess, answers) == is_exact
    assert f1(guess, answers) == pytest.approx(overlap)


@given(st.text(), st.text())
def test_overlap_is_a_share_and_the_same_either_way(one, other):
    assert 0 <= f1(one, [other]) <= 1
    assert f1(one, [other]) == f1(other, [one])
    if words(one):
        assert f1(one, [one]) == 1
    if exact(one, [other]) and words(one):
        assert f1(one, [other]) == 1
