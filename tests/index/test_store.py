"""The store on a real embedded Chroma."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from rag.errors import IndexDamaged, IndexMissing
from rag.index.entry import Entry
from rag.index.library import open_embedded
from rag.index.sentence_vectors import packed
from rag.index.words import Words, words_in
from rag.ingest.article_dates import with_dates
from rag.types import Article, Filters, Passage

RANDOM = np.random.default_rng(7)


def vectors(count):
    found = RANDOM.normal(size=(count, 384)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def article(name, count=3, lang="en", published=None, sha256="0" * 64, **fields):
    text = "\n\n".join(f"{name} says {number}." for number in range(count))
    passages, start = [], 0
    for part in text.split("\n\n"):
        passages.append(Passage(name, start, start + len(part), part))
        start += len(part) + 2
    return Article(name, sha256, text, f"Title of {name}", lang, published, **fields), passages


@pytest.fixture
def store(tmp_path):
    store = open_embedded(tmp_path / "chroma", writing=True)
    store.create("{}")
    yield store
    store.close()


def entry(article, passages, own):
    """Each passage is one sentence."""
    words = [words_in(passage.text, range(3)) for passage in passages]
    return Entry(article, passages, own, [packed(vector[None]) for vector in own], words)


def put(store, *articles):
    now = "2026-01-01T00:00:00+00:00"
    entries = [entry(a, p, vectors(len(p))) for a, p in articles]
    store.put(entries, now)
    return {entry.article.id: entry.vectors for entry in entries}


def test_an_article_comes_back_as_it_was_put(store):
    full, passages = article(
        "a/b.txt",
        lang="zh-Hant",
        published=date(2024, 6, 19),
        source="Outlet",
        url="https://example.org",
        author="A. Writer",
        inferred=frozenset({"lang", "published"}),
    )
    bare, bare_passages = article("c.txt")
    put(store, (full, passages), (bare, bare_passages))
    assert store.article("a/b.txt") == full
    assert store.article("c.txt") == bare
    assert store.article("nowhere.txt") is None
    assert [known.id for known in store.articles()] == ["a/b.txt", "c.txt"]
    assert [known.id for known in store.searched(Filters(langs=("zh",)))] == ["a/b.txt"]


def test_an_article_comes_back_with_its_dates(store):
    told = article("a.txt", lang="en", published=date(2024, 6, 20))[0]
    text = "PYONGYANG, 20 June (KCNA) -- He came on Wednesday, as he had in July 2000."
    read = with_dates(replace(told, text=text))
    dated = [(m.text, m.value, m.granularity) for m in read.dates.mentions]
    assert ("Wednesday", date(2024, 6, 19), "day") in dated and ("July 2000", date(2000, 7, 1), "month") in dated
    assert read.dates.datelines == ((11, 18),)
    put(store, (read, [Passage("a.txt", 0, len(text), text)]))
    assert store.article("a.txt") == read


def test_search_finds_a_passage_by_its_vector_and_slices_agree(store):
    own, passages = article("a.txt", 5)
    near = put(store, (own, passages), article("b.txt", 5))["a.txt"]
    hits = store.search(near[3].tolist(), 4)
    assert hits[0].passage == passages[3]
    assert own.text[hits[0].passage.start : hits[0].passage.end] == hits[0].passage.text
    assert [hit.rank for hit in hits] == [1, 2, 3, 4]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_filters_by_language_and_date(store):
    put(
        store,
        article("old.txt", published=date(2019, 6, 20), source="The Outlet"),
        article("new.txt", published=date(2024, 6, 20), lang="zh-Hant"),
        article("undated.txt"),
    )
    query = vectors(1)[0].tolist()

    def found(**filters):
        hits = store.search(query, 100, Filters(**filters))
        passing = [store.words.ids[number] for number in store.passing(Filters(**filters)).nonzero()[0].tolist()]
        ours = [hit.passage.id for hit in store.hits([(one, 0.0) for one in passing]).values()]
        assert sorted(ours) == sorted(hit.passage.id for hit in hits)  # Chroma's own filter and ours agree
        return {hit.passage.article_id for hit in hits}

    assert found() == {"old.txt", "new.txt", "undated.txt"}
    assert found(langs=("zh",)) == {"new.txt"}
    assert found(after=date(2019, 6, 21)) == {"new.txt"}
    assert found(after=date(2019, 6, 20), before=date(2024, 6, 20)) == {"old.txt", "new.txt"}
    assert found(sources=("The Outlet",)) == {"old.txt"}
    assert found(langs=("en",), before=date(2024, 1, 1)) == {"old.txt"}


def test_filters_by_when_something_happened(store):
    text = "The bridge opened on 3 May 1999.\n\nIt closed on 19 June 2024.\n\nIt is red."
    parts = text.split("\n\n")
    passages = [Passage("a.txt", text.index(part), text.index(part) + len(part), part) for part in parts]
    told = Article("a.txt", "0" * 64, text, "Bridge", "en")
    made = entry(told, passages, vectors(3))
    days = [(date(1999, 5, 3).toordinal(),) * 2, (date(2024, 6, 19).toordinal(),) * 2]
    dated = [replace(words, events=own) for words, own in zip(made.words, ((days[0],), (days[1],), ()), strict=True)]
    store.put([replace(made, words=dated)], "now")

    def found(**filters):
        passing = store.passing(Filters(**filters)).nonzero()[0].tolist()
        hits = store.hits([(store.words.ids[number], 0.0) for number in passing]).values()
        assert {hit.passage for hit in store.search(vectors(1)[0].tolist(), 9, Filters(**filters))} >= {
            hit.passage for hit in hits
        }
        return {hit.passage.text for hit in hits}

    assert found() == set(parts)
    assert found(happened_after=date(2024, 6, 19)) == {parts[1]}
    assert found(happened_before=date(2024, 6, 18)) == {parts[0]}
    assert found(happened_after=date(2000, 1, 1), happened_before=date(2023, 12, 31)) == set()
    store.delete(["a.txt"])
    assert not len(store.words.events)


def test_a_changed_article_replaces_its_old_passages(store):
    put(store, article("a.txt", 5), article("b.txt", 2))
    changed, passages = article("a.txt", 3, sha256="1" * 64)
    put(store, (changed, passages))
    assert store.passage_count() == 5
    assert store.article("a.txt") == changed
    assert {hit.sha256 for hit in store.search(vectors(1)[0].tolist(), 9) if hit.passage.article_id == "a.txt"} == {
        "1" * 64
    }
    store.verify()
    store.delete(["a.txt"])
    assert [known.id for known in store.articles()] == ["b.txt"]
    assert store.passage_count() == 2


def test_copies_of_one_text_do_not_look_like_damage(store):
    same = vectors(1)
    for number in range(30):
        copy, passages = article(f"{number}.txt", 1)
        store.put([entry(copy, passages, same)], "now")
    store.verify()


def test_missing_passages_are_damage(store):
    ids = [store.put([entry(a, p, vectors(len(p)))], "now") for a, p in (article("a.txt"), article("b.txt"))]
    store.verify()
    store.words.delete("b.txt")
    with pytest.raises(IndexDamaged, match="vectors of 6 passages and words of 3"):
        store.verify()
    store._collection("passages").delete(ids=ids[0][:1])
    with pytest.raises(IndexDamaged, match="6 passages, it holds 5"):
        store.verify()


def test_a_vector_that_questions_are_measured_by_is_chromas(store):
    put(store, article("a.txt"))
    store.verify()
    ids = list(store.words.numbers)
    store.words.put(
        "a.txt", "en", [(one, vector, b"", Words((), ())) for one, vector in zip(ids, vectors(3), strict=True)]
    )
    with pytest.raises(IndexDamaged, match="two vectors"):
        store.verify()


def test_an_empty_directory_is_a_missing_index(tmp_path):
    store = open_embedded(tmp_path / "chroma")
    assert store.fingerprint is None
    with pytest.raises(IndexMissing):
        store.articles()
    store.close()


def test_sentences_are_compared_as_passages_are(store):
    random = np.random.default_rng(2)
    neutral, subject = random.normal(size=(2, 384)).astype(np.float32)
    neutral, subject = neutral / np.linalg.norm(neutral), subject / np.linalg.norm(subject)
    put(store, article("a.txt", 3), article("b.txt", 2))
    numbers = np.asarray(sorted(store.words.ids))
    for share in (0.0, 0.6, 1.0):
        owners, near = store.sentences(numbers, subject, neutral.tolist(), share)
        same, vectors = store.words.sentences(numbers)
        means = store.language_means(neutral.tolist())
        usual = np.stack([means[store.words.langs[number]] for number in same])
        beyond = vectors - share * usual
        beyond /= np.linalg.norm(beyond, axis=1, keepdims=True)
        assert owners.tolist() == same.tolist()
        assert near == pytest.approx(beyond @ subject, abs=1e-5)
