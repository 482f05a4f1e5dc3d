"""Names of people that sound does not bridge between scripts."""

import unicodedata

import pytest

from rag.index.spelling import script
from rag.retrieve import cities_source
from rag.retrieve.known_names import _NEWSMAKERS, SEPARATOR, known_names
from rag.retrieve.people_source import kept


def called(text: str) -> dict[str, frozenset[str]]:
    return {text[known.start : known.end]: known.spellings for known in known_names(text)}


@pytest.mark.parametrize(
    ("text", "written", "spelling"),
    [
        ("拉夫罗夫会见外长", "拉夫罗夫", "lavrov"),
        ("马克龙访问", "马克龙", "макрон"),
        ("拜登访问越南", "拜登", "biden"),
        ("Когда избрали Трампа?", "Трампа", "特朗普"),
        ("When was Erdoğan elected?", "Erdoğan", "埃尔多安"),
        ("普京最后一次访问平壤", "普京", "putin"),
        ("ปูตินเยือนเปียงยาง", "ปูติน", "путин"),
    ],
)
def test_a_name_is_spelled_in_other_scripts(text: str, written: str, spelling: str) -> None:
    assert spelling in called(text)[written]


@pytest.mark.parametrize(
    ("text", "written", "spelling"),
    [
        ("习近平在北京会见了他", "北京", "пекин"),
        ("Quando Xi voltou a Pequim?", "Pequim", "北京"),
        ("¿Cuándo visitó Putin Pionyang?", "Pionyang", "평양"),
        ("Кто приехал в Женеву?", "Женеву", "ginevra"),
        ("베이징에서 만났다", "베이징에서", "peking"),
        ("ผู้นำพบกันที่ปักกิ่ง", "ปักกิ่ง", "بكين"),
        ("Wer sprach in Neu-Delhi, wer in Mumbai?", "Mumbai", "मुंबई"),
    ],
)
def test_a_city_is_called_in_other_languages(text: str, written: str, spelling: str) -> None:
    assert spelling in called(text)[written]


def test_cities_whose_names_are_words_in_chinese_are_left_out() -> None:
    assert called("安康是一种幸福，大同是理想") == {}


def test_spellings_of_a_city_are_names_in_the_scripts_of_readers() -> None:
    found = cities_source.kept("Beijing", ["BJS", "Pekín", "bei jing", "bkyn", "北京", "Пекин", "Bắc Kinh", "པེ་ཅིང"])
    assert found == {"beijing", "pekín", "pekin", "北京", "пекин"}
    assert cities_source.kept("Geneva", ["Женева"]) == {"geneva", "женева", "женев"}
    assert cities_source.kept("Leeds", []) == set()


def test_two_characters_that_are_mostly_a_word_are_no_name() -> None:
    assert called("和平与文明") == {}


def test_every_newsmaker_is_found_in_each_of_the_scripts_that_set_no_words_apart() -> None:
    lines = _NEWSMAKERS.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    for spelling in (word for line in lines for word in line.split(SEPARATOR)):
        assert spelling == unicodedata.normalize("NFC", spelling).casefold() and " " not in spelling
        if script(spelling) == "CJK":
            assert spelling in called(f"“{spelling}”")


def test_what_is_kept_of_the_source() -> None:
    assert "Q1" not in "".join(kept("lavrov, лавров, ラブロフ, 拉夫罗夫, 拉姓 => Q1"))
    assert kept("lávrov, лавров, ラブロフ, 拉夫罗夫, 拉姓 => Q1") == {"lavrov", "лавров", "ラブロフ", "拉夫罗夫"}
    assert kept("lavrov, лавров => Q1") == set(), "sound bridges these"
    assert kept("xiaoming, 小明 => Q1") == set(), "of one country"
