"""Risk against coverage, worked out by hand and for any answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.evaluate.answers.curve import Point, area, at, curve

ANSWERS = st.lists(st.tuples(st.integers(0, 5).map(lambda n: n / 5), st.sampled_from([0.0, 0.5, 1.0])), min_size=1)


def test_worked_out_by_hand():
    points = curve([(0.9, 0.0), (0.2, 1.0), (0.5, 1.0), (0.5, 0.0)])
    assert points == [Point(0.25, 0.0, 0.9, 1), Point(0.75, 1 / 3, 0.5, 3), Point(1.0, 0.5, 0.2, 4)]
    assert area(points) == pytest.approx((0 + 0.5 / 2 + 1 / 3 + 2 / 4) / 4)
    assert at(points, (0.1, 0.25, 0.5, 1)) == points


def test_nothing_asked_is_no_curve():
    assert curve([]) == []
    assert area([]) is None
    assert at([], (0.5,)) == []


@given(ANSWERS, st.randoms())
def test_the_order_of_questions_makes_no_difference(answers, random):
    points = curve(answers)
    assert points[-1].coverage == 1
    assert points[-1].risk == pytest.approx(sum(loss for _, loss in answers) / len(answers))
    shuffled = list(answers)
    random.shuffle(shuffled)
    assert curve(shuffled) == points


@given(ANSWERS)
def test_confidence_in_what_is_right_has_the_least_area(answers):
    losses = [loss for _, loss in answers]
    best = area(curve((1 - loss, loss) for loss in losses))
    worst = area(curve((loss, loss) for loss in losses))
    assert best - 1e-9 <= area(curve(answers)) <= worst + 1e-9
