"""What the reader is trained on says what it is meant to say."""

import gzip
import random
from dataclasses import replace

import numpy as np
import pytest
import torch

from rag.answer.network import Scores
from rag.answer.training import gloss, questions, stories, variants
from rag.answer.training.answer_types import answer_type
from rag.answer.training.data import Passages, epoch
from rag.answer.training.example import Example
from rag.answer.training.train import constant, loss_of, rate_share
from rag.index.question_encoder import UP, corrected


@pytest.fixture(scope="module")
def tokenizer(encoder):
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(encoder.folder / "tokenizer.json"))


@pytest.fixture(scope="module")
def told():
    return stories.load()


def test_every_story_has_look_alikes_in_the_questions_languages(told):
    assert len(told) >= 100
    across = 0
    for story in told:
        langs = {passage.lang for passage in story.passages}
        assert len(langs) >= 3
        for example in story.examples:
            assert example.answer
            across += example.asked_in != example.lang
        assert all(q.closest is None or (q.passage is None and story.passages[q.closest]) for q in story.questions)
    assert across > 0.5 * sum(len(story.questions) for story in told)


def test_the_windows_of_a_question_compete_and_one_of_them_answers(told, tokenizer):
    some = told[:5]
    answers = {}
    for example in (example for story in some for example in story.examples):
        answers[tuple(tokenizer.encode(example.question, add_special_tokens=False).ids[:64])] = example.answer
    for windows in stories.groups(some, tokenizer, seed=1):
        assert len({window.group for window in windows}) == 1
        answer = answers.get(tuple(windows[0].ids[1 : windows[0].ids.index(2)]))
        answering = [window for window in windows if window.start >= 0]
        assert len(answering) == (answer is not None)
        for window in answering:
            got = tokenizer.decode(window.ids[window.start : window.end + 1])
            assert "".join(answer.split())[:3] in "".join(got.split())


def test_a_question_that_a_passage_only_seems_to_answer_is_put_to_that_passage(told, tokenizer):
    story = told[0]
    seeming = stories.Question("en", "How much did the twelfth bridge cost?", closest=1)
    ids = tokenizer.encode(story.passages[1].text, add_special_tokens=False).ids
    for seed in range(8):
        (windows,) = stories.groups([replace(story, questions=(seeming,))], tokenizer, seed)
        assert 1 <= len(windows) <= 2 and all(window.start == -1 for window in windows)
        seen = windows[0].ids[windows[0].first : -1]
        assert any(ids[i : i + len(seen)] == seen for i in range(len(ids)))


def test_the_loss_is_least_where_the_right_window_wins():
    def loss(answerable):
        flat = torch.zeros(2, 4)
        scores = Scores(start=flat, end=flat, answerable=torch.tensor(answerable))
        one, three = torch.tensor([1, 1]), torch.tensor([3, 3])
        place, group = torch.tensor([1, -1]), torch.tensor([0, 0])
        return loss_of(scores, one, three, place, place, group).item()

    assert loss([3.0, -3.0]) < loss([0.0, 0.0]) < loss([-3.0, 3.0])


def test_the_rate_warms_up_stays_and_ends_at_nothing():
    shares = [rate_share(step, 1000, 1500) for step in range(1501)]
    assert shares[0] < 0.01 and shares[500] == shares[999] == 1 and shares[1250] == 0.5 and shares[1500] == 0


def test_training_windows_are_the_same_for_the_same_seed(told, tokenizer):
    examples = [example for story in told[:4] for example in story.examples]
    sources = [Passages(examples, tokenizer)]
    assert epoch(sources, 3) == epoch(sources, 3) != epoch(sources, 4)
    assert len(list(constant(sources, 7))) == 7


EXAMPLE = Example(
    "id",
    "files",
    "Kapan jembatan itu dibuka?",
    "Jembatan itu dibuka pada 5 Maret 2019 oleh wali kota. Pembangunannya dimulai pada 2 Januari 2016.",
    25,
    37,
)


@pytest.mark.parametrize("seed", range(8))
def test_a_date_written_in_another_way_is_still_the_answer(seed):
    assert EXAMPLE.answer == "5 Maret 2019"
    again = variants.redated(EXAMPLE, random.Random(seed))
    assert again.context != EXAMPLE.context
    assert again.context[again.end :].startswith(" oleh wali kota.")
    assert again.context[: again.start] == "Jembatan itu dibuka pada "


def test_a_question_about_somebody_else_is_not_answered_by_the_passage():
    one = Example("en", "f", "When did Anna Berg visit Oslo?", "Anna Berg came to Oslo in May.", 26, 29)
    two = Example("en", "f", "Where was Peter Holm born?", "Peter Holm was born in Turku.", 23, 28)
    asked = variants.about_another(one, [two], random.Random(0))
    assert "Peter Holm" in asked and asked != one.question


@pytest.fixture
def dictionaries(tmp_path):
    """FreeDict's format: an index of headword, offset and size in base 64, and entries, compressed."""
    entries = {"bridge": "bridge\nBrücke\n", "open": "open\nöffnen, aufmachen\n"}
    body, index = b"", []
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for word, entry in entries.items():
        index.append(f"{word}\t{digits[len(body)]}\t{digits[len(entry.encode())]}")
        body += entry.encode()
    (tmp_path / "freedict-eng-deu.index").write_text("\n".join(index), encoding="utf-8")
    with gzip.open(tmp_path / "freedict-eng-deu.dict.dz", "wb") as file:
        file.write(body)
    return gloss.load(tmp_path)


def test_words_are_glossed_and_names_stay(dictionaries):
    assert dictionaries["de"].entries == {"bridge": ("Brücke",), "open": ("öffnen",)}
    glosses = {
        gloss.gloss("When did Bridge Street open the bridge?", "en", "de", dictionaries, random.Random(seed))
        for seed in range(20)
    }
    assert "When did Bridge Street öffnen the Brücke?" in glosses


@pytest.mark.parametrize(
    ("answer", "lang", "kind"),
    [
        ("kemarin sore", "id", "date"),
        ("dün saat 14.27'de", "tr", "date"),
        ("昨天上午10时20分", "zh", "date"),
        ("on Wednesday evening", "en", "date"),
        ("jana saa sita mchana", "sw", "date"),
        ("86 километров", "ru", "number"),
        ("Kraków", "pl", "other"),
        ("a clash with the opening of parliament on 7 June", "en", "other"),
    ],
)
def test_a_day_with_its_hour_is_still_a_date(answer, lang, kind):
    assert answer_type(answer, lang) == kind


def test_no_dictionaries_are_no_error(tmp_path):
    assert gloss.load(tmp_path) == {}


def test_a_question_is_trained_on_a_stretch_that_holds_its_answer(told):
    context = "x" * 2000 + " The ferry was named Merpati. " + "y" * 900
    start = context.index("Merpati")
    asked = Example("en", "files", "What is the ferry's name?", context, start, start + 7)
    pool = questions.Pool.of(told[:2], [asked, replace(asked, question="How is the ferry called?")])
    assert len(pool.texts) == len(told[0].passages) + len(told[1].passages) + 1
    ferry = [one for one in pool.asked if one.source == "files"]
    assert len(ferry) == 2 and all("Merpati" in pool.texts[one.passage] for one in ferry)
    for one in pool.asked:
        if one.source == "stories":
            assert pool.texts[one.passage] in {f"{p.title}\n{p.text}" for story in told[:2] for p in story.passages}


def test_the_corrections_that_are_trained_are_those_that_are_loaded(told, encoder):
    pool = questions.Pool.of(told[:2], [])
    vectors = encoder.encode(pool.texts, "passage")
    tensors = questions.train(pool, vectors, np.asarray(encoder.neutral, np.float32), encoder.base, {}, steps=2)
    changed = corrected(encoder.base.state, tensors)
    encoder.base.network().load_state_dict(changed)
    matrices = [name.removesuffix(UP) for name in tensors if name.endswith(UP)]
    assert len(matrices) == 4 * encoder.base.shape.layers
    assert all(not torch.equal(changed[name], encoder.base.state[name]) for name in matrices)
