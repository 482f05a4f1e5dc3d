"""What the product says itself."""

import pytest

from rag.answer.words import _WORDS, words


@pytest.mark.parametrize("lang", sorted(_WORDS))
def test_every_sentence_takes_its_numbers(lang):
    said = words(lang)
    assert "17" in said.searched.format(articles=17, languages=4)
    assert "4" in said.searched.format(articles=17, languages=4)
    assert "DATE" in said.newest.format(date="DATE")


def test_regions_share_their_language_and_the_rest_is_english():
    assert words("zh-Hant") == words("zh")
    assert words("xx") == words("en")
