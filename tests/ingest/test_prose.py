"""Clean text holds what a reader sees and nothing else."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rag.ingest.prose import clean, one_line, unwrapped

anything = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)


@given(anything)
def test_clean_text_is_normal_printable_and_stays_as_it_is(text):
    result = clean(text)
    assert clean(result) == result
    assert unicodedata.is_normalized("NFC", result)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") and char != "\n" for char in result)
    assert "\n\n\n" not in result and "  " not in result and result == result.strip()


def test_what_readers_need_stays_and_what_fools_them_goes():
    assert clean("می‌خواهم 👨‍👩‍👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f") == (
        "می‌خواهم 👨‍👩‍👧 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    )
    assert clean("a\u202eb\u2066c\x1b[31md\U000e0041\U000e0042e\ufefff\u00adg") == "abc[31mdefg"
    assert clean("e\u0301") == "é"
    assert clean("a\r\nb\rc\u2028d\u2029e") == "a\nb\nc\nd\n\ne"


@given(anything)
def test_one_line_is_one_line(text):
    assert "\n" not in one_line(text, 40) and len(one_line(text, 40)) <= 40


@given(st.text(alphabet=st.sampled_from("ab. \n漢字กข"), max_size=300))
def test_unwrapping_changes_only_white_space(text):
    assert "".join(unwrapped(clean(text)).split()) == "".join(text.split())
