"""An inverted index says of each term what the passages say."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rag.index.postings import inverted

PAIRS = st.lists(st.tuples(st.integers(0, 2**31 - 1), st.integers(0, 5)), max_size=60)


@given(PAIRS)
def test_every_occurrence_is_counted_once(pairs: list[tuple[int, int]]) -> None:
    owners, terms = (np.asarray([pair[side] for pair in pairs], np.int32) for side in (0, 1))
    postings = list(inverted(owners, terms))
    assert [posting.term for posting in postings] == sorted({term for _, term in pairs})
    for posting in postings:
        expected = Counter(owner for owner, term in pairs if term == posting.term)
        assert posting.numbers.tolist() == sorted(expected)
        assert posting.times.tolist() == [expected[owner] for owner in sorted(expected)]
