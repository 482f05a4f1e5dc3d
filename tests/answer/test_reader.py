"""The reader on the real encoder and the shipped weights."""

from __future__ import annotations

import itertools
import json
import shutil
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rag.answer import reader as reader_module
from rag.answer.reader import Reader
from rag.answer.spans import trimmed
from rag.answer.training import export
from rag.errors import ModelError
from rag.index.bert import Base

# Our own sentences. Question, passage that answers, words of the answer.
ANSWERED = [
    (
        "Siapa presiden pertama Indonesia?",
        "Soekarno adalah presiden pertama Indonesia. Ia lahir di Surabaya.",
        "Soekarno",
    ),
    ("Where is the Eiffel Tower?", "The Eiffel Tower stands in Paris. It was finished in 1889.", "Paris"),
    ("Когда основан Санкт-Петербург?", "Санкт-Петербург был основан Петром I в 1703 году на берегах Невы.", "1703"),
    ("متى تأسست الجامعة؟", "تأسست الجامعة في عام 1925 في القاهرة، وهي من أكبر الجامعات.", "1925"),
    ("长城有多长？", "长城全长约21196公里，是中国古代的防御工程。", "21196公里"),
    ("富士山の高さは何メートルですか?", "富士山の高さは3776メートルで、日本で一番高い山である。", "3776メートル"),
    ("한글은 누가 만들었습니까?", "한글은 1443년에 세종대왕이 만들었다. 처음 이름은 훈민정음이다.", "세종대왕"),
    ("กรุงเทพมหานครก่อตั้งเมื่อใด", "กรุงเทพมหานครก่อตั้งเมื่อ พ.ศ. 2325 โดยพระบาทสมเด็จพระพุทธยอดฟ้าจุฬาโลก", "2325"),
    ("ताजमहल कहाँ है?", "ताजमहल आगरा में यमुना नदी के किनारे स्थित है। इसे शाहजहाँ ने बनवाया था।", "आगरा"),
]
ELSEWHERE = "The bakery sells bread every morning and closes early on Sundays because the owner likes to go fishing."


@pytest.mark.parametrize(("question", "passage", "answer"), ANSWERED)
def test_finds_the_answer_and_prefers_its_passage(reader, question, passage, answer):
    other, own = reader.read(question, [ELSEWHERE, passage])
    assert own.answerable > 0.3 > other.answerable
    assert answer in own.spans[0].text


@pytest.mark.parametrize(("question", "passage", "answer"), ANSWERED)
def test_offsets_hold_in_every_script(reader, question, passage, answer):
    text = f"（１２３）ﬁne ﷺ ㎏ e\u0301 {passage} " + passage
    (reading,) = reader.read(question, [text])
    assert reading.spans
    for span in reading.spans:
        assert text[span.start : span.end] == span.text


def test_finds_an_answer_behind_characters_that_normalisation_lengthens_or_shortens(reader):
    before = "ﷺ ㎏ ｶﾞ ﬃ １２ e\u0301 ½ " * 5
    passage = before + "The Eiffel Tower stands in Paris. It was finished in 1889."
    assert reader.read("Where is the Eiffel Tower?", [passage])[0].spans[0].text == "Paris"


def test_finds_an_answer_far_down_a_long_passage(reader):
    passage = ELSEWHERE * 40 + " The Eiffel Tower stands in Paris. " + ELSEWHERE * 40
    (reading,) = reader.read("Where is the Eiffel Tower?", [passage])
    assert reading.spans[0].text == "Paris"
    assert reading.answerable > 0.5


def test_the_title_helps_but_never_answers(reader):
    passages = ["It stands on the Champ de Mars and was finished in 1889."]
    (reading,) = reader.read("When was the Eiffel Tower finished?", passages, titles=["Eiffel Tower, opened in 1890"])
    assert reading.spans[0].text == "1889"
    assert all(passages[0][span.start : span.end] == span.text for span in reading.spans)


def test_spans_are_ranked_apart_and_probable(reader):
    passage = "Kim met Putin in Vladivostok in April 2019 and at the Vostochny Cosmodrome in September 2023. " * 3
    (reading,) = reader.read("When did Kim meet Putin?", [passage])
    probabilities = [span.probability for span in reading.spans]
    assert 1 < len(probabilities) <= 5
    assert probabilities == sorted(probabilities, reverse=True)
    assert all(0 <= value <= reading.answerable <= 1 for value in probabilities)
    places = sorted((span.start, span.end) for span in reading.spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(places))


def test_the_same_input_reads_the_same_and_nothing_is_nothing(reader):
    passages = [passage for _, passage, _ in ANSWERED] + ["", "   "]
    first, second = (reader.read("Where is the Eiffel Tower?", passages) for _ in range(2))
    assert first == second
    assert [reading.answerable for reading in first[-2:]] == [0.0, 0.0]
    assert first[-1].spans == ()
    assert reader.read("Where?", []) == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=40), passage=st.text(max_size=200))
@example(question="?", passage="\u200d\u0301\u0e31")
def test_any_text_can_be_read(reader, question, passage):
    for reading in reader.read(question, [passage], titles=[passage]):
        for span in reading.spans:
            assert passage[span.start : span.end] == span.text
            assert span.text and not span.text[0].isspace() and not span.text[-1].isspace()


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When did Putin last visit Pyongyang?", "date"),
        ("Kapan perang itu berakhir?", "date"),
        ("В каком году родился Пушкин?", "date"),
        ("战争是什么时候结束的？", "date"),
        ("متى انتهت الحرب؟", "date"),
        ("How many people live in Jakarta?", "number"),
        ("Сколько человек погибло?", "number"),
        ("全国に駅はいくつありますか?", "number"),
        ("Who wrote the novel?", "other"),
        ("누가 소설을 썼습니까?", "other"),
        ("राजधानी का नाम क्या है?", "other"),
    ],
)
def test_tells_what_kind_of_answer_is_asked_for(reader, question, kind):
    assert reader.question_type(question) == kind


@pytest.mark.parametrize(
    ("text", "token", "span"),
    [
        ("in Paris, they", " Paris,", "Paris"),
        ("(the U.S.) won", "the U.S.)", "the U.S."),
        ("born (1954–1969) in", "1954–1969)", "1954–1969"),
        ("the treaty (START) was", "the treaty (START)", "the treaty (START)"),
        ("das Buch „Faust“ von", "„Faust“", "„Faust“"),
        ("about 2024 in", "202", "2024"),
        ("up 4.5%, to", "4.5%,", "4.5%"),
        ("at -5 °C.", "-5 °C.", "-5 °C"),
        ("東京、大阪。", "東京、", "東京"),
        ("เมื่อปี", "เมือ"[:2], "เมื่"),
        ("दिल्ली में", "दिल्ल", "दिल्ली"),
        (" ... ", "...", ""),
    ],
)
def test_edges_are_where_a_person_would_put_them(text, token, span):
    start = text.find(token) if token in text else 0
    start, end = trimmed(text, start, start + len(token))
    assert text[start:end] == span


@given(st.text(max_size=30), st.data())
def test_trimming_cuts_no_letter_from_its_sign(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = trimmed(text, start, end)
    assert 0 <= first <= last <= len(text)
    if first < last < len(text) and unicodedata.category(text[last])[0] == "M":
        assert text[last - 1].isspace() or unicodedata.category(text[last - 1])[0] in "PC"


def test_word_embeddings_are_shared(base, reader):
    assert reader.network.word_embeddings.data_ptr() == base.word_embeddings.data_ptr()


def test_damaged_or_missing_weights_are_named(base, tmp_path):
    model = tmp_path / "model"
    shutil.copytree(reader_module.MODEL_DIR, model)
    weights = model / "reader.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    with pytest.raises(ModelError, match=r"reader\.safetensors is damaged"):
        Reader.load(base, model_dir=model)
    weights.unlink()
    with pytest.raises(ModelError, match=r"reader\.safetensors cannot be read"):
        Reader.load(base, model_dir=model)
    with pytest.raises(ModelError, match=r"reader\.json"):
        Reader.load(base, model_dir=tmp_path)


def test_another_encoder_is_refused(encoder_dir, tmp_path):
    other = shutil.copytree(encoder_dir, tmp_path / "encoder")
    config = json.loads((other / "config.json").read_text())
    (other / "config.json").write_text(json.dumps(config | {"num_hidden_layers": 6}))
    with pytest.raises(ModelError, match="another"):
        Reader.load(Base.load(other))
    with pytest.raises(ModelError, match="cannot be read"):
        Base.load(tmp_path / "nowhere")


def test_what_is_calibrated_on_is_a_window_a_passage_and_the_answers_place_in_it(reader):
    passages = ["The dam was closed on 4 May after a crack was found.", "Rice prices rose in Osaka."]
    begins = passages[0].index("4 May")
    rows = list(export._read(reader, "When was the dam closed?", passages, None, (0, begins, begins + 5)))
    other, own = sorted(rows, key=lambda row: row[1])
    assert (other[1], own[1]) == (False, True)
    assert own[2] is not None and other[2] is None
    assert own[0].logit > other[0].logit
