"""The speed benchmark on a small archive: what it makes up and what it reports; how fast anything is, no test says."""

import contextlib
import hashlib
import json

import numpy as np
import pytest

from rag.assistant import Assistant
from rag.errors import RagError
from rag.evaluate.speed.archive import enlarge
from rag.evaluate.speed.benchmark import Benchmark, measure
from rag.evaluate.speed.timing import Timing, interleaved

TEXTS = {
    "en": [
        "The lighthouse of Port Valdora was built in 1871.",
        "Ilse Brandt has baked rye bread in Oberau since 2003.",
        "Otters returned to Lake Soren after the dam was removed.",
        "Snow closed the pass of Karvik for eleven days in March.",
    ],
    "id": [
        "Mercusuar Port Valdora dibangun pada tahun 1871.",
        "Berang-berang kembali ke Danau Soren setelah bendungan dibongkar.",
        "Salju menutup celah Karvik selama sebelas hari pada bulan Maret.",
    ],
    "zh": ["奥贝劳的面包师每天清晨烤制黑麦面包。"],
}


def quiet(what, done, total):
    assert 0 <= done <= total


@pytest.fixture
def corpus(settings, write):
    for lang, texts in TEXTS.items():
        for number, text in enumerate(texts):
            write(f"{lang}/{number}.txt", f"---\nlang: {lang}\n---\n{text}\n")
    return settings.corpus_dir


@pytest.fixture
def assistant(settings):
    made = Assistant(settings)
    with contextlib.closing(made.library):
        yield made


def test_an_archive_of_the_wanted_size_that_its_files_confirm(assistant, corpus):
    assistant.sync(progress=lambda done, total: None)
    with pytest.raises(RagError, match="8 passages"):
        enlarge(assistant, corpus, passages=5, languages=2, seed=1, progress=quiet)
    enlarge(assistant, corpus, passages=80, languages=2, seed=1, progress=quiet)
    with assistant.library.reading() as store:
        assert store.passage_count() == store.words.count == 80
        store.verify()
        made_up = [article for article in store.articles() if article.id.startswith("made-up/")]
        assert len(store.articles()) - len(made_up) == 8  # the real ones are still there
        assert {article.lang for article in made_up} == {"en", "id"}
        for article in made_up:
            assert hashlib.sha256((corpus / article.id).read_bytes()).hexdigest() == article.sha256
        words = store.words
        vectors = {one: words.vectors[number].astype(float) for one, number in words.numbers.items()}
        lang_of = {one: str(words.langs[number]) for one, number in words.numbers.items()}
    real = {one: vector for one, vector in vectors.items() if not one.startswith("made-up/")}
    means = {
        lang: np.mean([vector for one, vector in real.items() if lang_of[one] == lang], axis=0) for lang in ("en", "id")
    }
    for one in vectors.keys() - real.keys():
        assert np.linalg.norm(vectors[one]) == pytest.approx(1, abs=1e-3)
        other = next(lang for lang in means if lang != lang_of[one])
        assert vectors[one] @ (means[lang_of[one]] - means[other]) > 0
    text = assistant.article(made_up[0].id).text
    known = {word.strip(".") for texts in TEXTS.values() for words in texts for word in words.split()}
    assert len({word.strip(".") for word in text.split()} & known) > 5


def test_one_run_compares_everything_with_a_baseline(settings, corpus, lines):
    asked = lines(
        "asked.jsonl",
        *(
            {"id": str(number), "lang": "en", "question": question, "articles": [f"en/{number}.txt"]}
            for number, question in enumerate(("When was the lighthouse built?", "Who bakes?", "What came back?"))
        ),
    )
    benchmark = Benchmark((asked,), corpus, passages=40, languages=2, questions=2, indexings=1, readings=1)
    speed = measure(benchmark, settings, quiet)
    ways = {one.what.partition(",")[0]: list(one.timings) for one in speed.comparisons}
    assert set(ways) == {"indexing", "reading", "retrieval", "answering"}
    assert ways["retrieval"] == ["as-is", "rujukan", "no-words", "no-names"]
    for one in speed.comparisons:
        assert one.ratio(next(iter(one.timings))) == 1
    assert not settings.index_dir.exists()  # an index of its own, gone by now
    assert not (corpus / "made-up").exists()


def test_things_are_done_by_turns():
    done = []
    timings = interleaved(
        {"one": lambda value: done.append(("one", value)), "two": lambda value: done.append(("two", value))},
        (1, 2),
        lambda now, total: None,
    )
    assert done == [("one", 1), ("two", 1), ("one", 2), ("two", 2)]
    assert {name: len(timing.milliseconds) for name, timing in timings.items()} == {"one": 2, "two": 2}


def test_the_middle_and_the_slow_ones():
    timing = Timing(tuple(map(float, range(101))))
    assert (timing.median, timing.p95) == (50, pytest.approx(95))
    assert Timing((7.0,)).p95 == 7


def test_bad_usage_is_told(tmp_path, command_line):
    command_line("evaluate", "speed", status=2)
    asked = tmp_path / "asked.jsonl"
    asked.write_text(json.dumps({"id": "1", "question": "Who?", "articles": ["who.txt"]}))
    failed = command_line("evaluate", "speed", str(asked), "--corpus", str(tmp_path / "nowhere"), status=1)
    assert "nowhere" in failed.stderr
