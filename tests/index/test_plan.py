"""The sync plan, as data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import CorpusError
from rag.index.plan import guard, plan_sync
from rag.types import Source

STATES = st.dictionaries(st.sampled_from([f"a/{n}.txt" for n in range(12)]), st.sampled_from(["1", "2", "3"]))


def sources(state: dict[str, str]) -> list[Source]:
    return [Source(key, f"/corpus/{key}", sha256) for key, sha256 in state.items()]


@given(found=STATES, indexed=STATES)
def test_a_plan_turns_what_is_indexed_into_what_is_found(found, indexed):
    plan = plan_sync(sources(found), indexed)
    result = {key: sha for key, sha in indexed.items() if key not in plan.deleted}
    result |= {source.article_id: source.sha256 for source in (*plan.added, *plan.changed)}
    assert result == found
    assert len(plan.added) + len(plan.changed) + len(plan.unchanged) == len(found)
    assert plan.is_empty == (found == indexed)


@given(found=STATES, indexed=STATES)
def test_a_plan_does_not_depend_on_the_order_of_the_folder(found, indexed):
    assert plan_sync(sources(found), indexed) == plan_sync(reversed(sources(found)), indexed)


def test_an_empty_folder_is_not_taken_for_a_tidied_one():
    with pytest.raises(CorpusError, match="has no articles"):
        guard(plan_sync([], {"a.txt": "1"}), "news")


def test_more_than_a_fifth_vanishing_needs_force():
    indexed = {f"{n}.txt": "1" for n in range(10)}
    eight, seven = dict(list(indexed.items())[:8]), dict(list(indexed.items())[:7])
    guard(plan_sync(sources(eight), indexed), "news")
    with pytest.raises(CorpusError, match=r"3 of the 10 .* --force"):
        guard(plan_sync(sources(seven), indexed), "news")
