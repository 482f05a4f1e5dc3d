import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.ingest.language import UNDETERMINED, detect, primary

QUESTIONS = [
    ("id", "Kapan terakhir kali Putin ke Pyongyang?"),
    ("en", "When did Putin last visit Pyongyang?"),
    ("ru", "Когда Путин в последний раз был в Пхеньяне?"),
    ("uk", "Коли Путін востаннє відвідав Пхеньян і що він там підписав?"),
    ("bg", "Кога Путин за последен път посети Пхенян и какво подписа там?"),
    ("zh", "普京上次访问平壤是什么时候？"),
    ("zh", "普丁上次訪問平壤是什麼時候？"),
    ("zh", "美國總統什麼時候訪問東京？"),
    ("ja", "プーチン大統領が最後に平壌を訪問したのはいつ？"),
    ("ko", "푸틴이 마지막으로 평양을 방문한 것은 언제인가?"),
    ("th", "ปูตินเยือนเปียงยางครั้งสุดท้ายเมื่อใด"),
    ("ar", "متى زار بوتين بيونغ يانغ آخر مرة؟"),
    ("fa", "پوتین آخرین بار چه زمانی به پیونگ یانگ سفر کرد؟"),
    ("ur", "پیوٹن نے آخری بار پیانگ یانگ کا دورہ کب کیا تھا؟"),
    ("hi", "पुतिन आखिरी बार प्योंगयांग कब गए थे?"),
    ("mr", "पुतिन यांनी प्योंगयांगला शेवटची भेट कधी दिली होती?"),
    ("ne", "पुटिनले अन्तिम पटक प्योङयाङको भ्रमण कहिले गरेका थिए?"),
    ("tr", "Putin Pyongyang'ı en son ne zaman ziyaret etti?"),
    ("vi", "Lần cuối Putin thăm Bình Nhưỡng là khi nào?"),
    ("es", "¿Cuándo visitó Putin Pyongyang por última vez?"),
    ("pt", "Quando foi a última vez que Putin visitou Pyongyang?"),
    ("fr", "Quand Poutine a-t-il visité Pyongyang pour la dernière fois ?"),
    ("de", "Wann war Putin zuletzt in Pjöngjang?"),
    ("ms", "Bilakah kali terakhir Putin melawat Pyongyang dan apakah yang dibincangkan beliau di sana?"),
]


@pytest.mark.parametrize(("lang", "question"), QUESTIONS)
def test_tells_the_language_of_a_question(lang: str, question: str) -> None:
    assert detect(question) == lang


@pytest.mark.parametrize(("lang", "question"), [pair for pair in QUESTIONS if len(pair[1]) < 60])
def test_tells_the_language_of_an_article(lang: str, question: str) -> None:
    assert detect("https://example.org/news/read/when-they-met\n\n" + (question + " ") * 200) == lang


@pytest.mark.parametrize("text", ["", "  \n", "19/6/2024", "?!… —", "😀😀", "https://example.org/a/b", "\ud800"])
def test_what_is_no_language_is_undetermined(text: str) -> None:
    assert detect(text) == UNDETERMINED


def test_candidates_limit_the_result() -> None:
    question = "Kapan terakhir kali Putin ke Pyongyang?"
    assert detect(question, ["id-ID", "en", "ru"]) == "id"
    assert detect("ปูตินเยือนเปียงยางครั้งสุดท้ายเมื่อใด", ["en", "ru"]) == UNDETERMINED
    assert detect(question, []) == UNDETERMINED


def test_a_name_alone_is_read_as_one_of_the_candidates() -> None:
    assert detect("Putin?", ["en", "id", "ru"]) in {"en", "id"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_a_tag_and_always_the_same(text: str) -> None:
    lang = detect(text)
    assert lang == detect(text)
    assert lang == UNDETERMINED or lang.isalpha()


def test_loads_nothing_at_import_and_fits_a_small_process() -> None:
    code = (
        "import resource, sys; import rag.ingest.language as language;"
        "assert not {'fasttext', 'numpy', 'py3langid'} & set(sys.modules);"
        "resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9));"
        "assert language.detect('Kapan terakhir kali Putin ke Pyongyang?') == 'id';"
        "assert 'requests' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh-Hant-TW", "zh"), ("nb-NO", "no"), ("no", "no"), ("in", "id"), ("iw", "he"), ("pt_BR", "pt"), ("EN", "en")],
)
def test_a_language_has_one_tag(tag: str, language: str) -> None:
    assert primary(tag) == language
