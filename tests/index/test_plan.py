"""The sync plan, as data."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.errors import CorpusError
from rag.index.plan import Loss, guard, plan_sync
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


def numbered(numbers: Iterable[int], folder: str = "a") -> dict[str, str]:
    """Articles of so many different contents."""
    return {f"{folder}/{number}.txt": str(number) for number in numbers}


def test_a_folder_that_never_had_articles_asks_for_some():
    with pytest.raises(CorpusError, match="has no articles") as caught:
        guard(plan_sync([], {}), "news")
    assert "--force" not in str(caught.value)


@pytest.mark.parametrize("known, left", [(4, 3), (4, 1), (7, 2), (30, 24)])
def test_a_few_that_are_gone_or_a_small_share_were_meant_to_go(known, left):
    guard(plan_sync(sources(numbered(range(left))), numbered(range(known))), "news")


@pytest.mark.parametrize("known, left", [(8, 2), (29, 23), (100, 79)])
def test_more_than_a_few_and_more_than_a_fifth_need_force(known, left):
    with pytest.raises(CorpusError, match=rf"gone from news: {known - left} of {known}\. Nothing was changed"):
        guard(plan_sync(sources(numbered(range(left))), numbered(range(known))), "news")


def test_no_more_than_was_agreed_to_may_go():
    plan = plan_sync(sources(numbered(range(2))), numbered(range(20)))
    guard(plan, "news", agreed=18)
    with pytest.raises(CorpusError, match="18 of 20"):
        guard(plan, "news", agreed=17)


@pytest.mark.parametrize("others", [0, 3])
@pytest.mark.parametrize("known", [1, 4])
def test_when_all_are_gone_it_is_asked_whatever_else_is_there(known, others):
    with pytest.raises(CorpusError, match=f"{known} of {known}"):
        guard(plan_sync(sources(numbered(range(10, 10 + others))), numbered(range(known))), "news")


def test_articles_under_another_name_are_not_gone():
    indexed = numbered(range(20))
    plan = plan_sync(sources(numbered(range(20), "renamed")), indexed)
    assert plan.moved == set(plan.deleted) == set(indexed)
    guard(plan, "news")
    # Seven went while the rest was moved.
    with pytest.raises(CorpusError, match="7 of 20"):
        guard(plan_sync(sources(numbered(range(13), "renamed")), indexed), "news")


@given(found=STATES, indexed=STATES)
def test_what_has_moved_is_found_in_full_among_the_added(found, indexed):
    plan = plan_sync(sources(found), indexed)
    assert plan.moved <= set(plan.deleted)
    assert {indexed[key] for key in plan.moved} <= {source.sha256 for source in plan.added}


@pytest.mark.parametrize("folder", ["news", "/srv/my news", "news: 1 of 2"])
def test_a_loss_names_the_whole_command_and_is_understood_again(folder):
    loss = Loss(7, 20, folder)
    assert "the same command with --force" in str(loss)
    assert Loss.told(str(loss)) == loss


def test_another_message_is_no_loss():
    assert Loss.told("The folder news has no articles. Add articles (.txt).") is None
