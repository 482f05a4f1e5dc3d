"""Text in the encodings of its countries is read right, or refused: never guessed into garbage."""

from __future__ import annotations

import os

import pytest

from rag.errors import ArticleError
from rag.ingest.encoding import decode

NEWS = {
    "ru": "Президент России Владимир Путин прибыл в Пхеньян с визитом. Его встретил Ким Чен Ын в аэропорту столицы.",
    "ar": "وصل الرئيس الروسي فلاديمير بوتين إلى بيونغ يانغ في زيارة رسمية. واستقبله الزعيم كيم جونغ أون في المطار.",
    "zh": "俄罗斯总统普京抵达平壤进行国事访问。金正恩在机场迎接了他。会谈持续了大约两个小时。",
    "ja": "ロシアのプーチン大統領は平壌に到着した。金正恩氏が空港で出迎えた。会談は約二時間続いた。",
    "ko": "푸틴 러시아 대통령이 평양에 도착했다. 김정은 위원장이 공항에서 맞이했다. 회담은 두 시간 이어졌다.",
    "th": "ประธานาธิบดีปูตินของรัสเซียเดินทางถึงกรุงเปียงยาง นายคิม จองอึนให้การต้อนรับที่สนามบิน",
    "tr": "Rusya Devlet Başkanı Vladimir Putin Pyongyang'a geldi. Görüşmeler yaklaşık iki saat sürdü.",
    "el": "Ο Ρώσος πρόεδρος έφτασε στην πόλη. Τον υποδέχθηκε ο Κιμ στο αεροδρόμιο το βράδυ της Τετάρτης.",
}
LEGACY = [
    ("ru", "windows-1251"),
    ("ru", "koi8-r"),
    ("ar", "windows-1256"),
    ("zh", "gb18030"),
    ("ja", "shift_jis"),
    ("ja", "euc-jp"),
    ("ko", "euc-kr"),
    ("th", "tis-620"),
    ("tr", "windows-1254"),
    ("el", "windows-1253"),
]


@pytest.mark.parametrize(("lang", "encoding"), LEGACY)
def test_legacy_encodings(lang, encoding):
    for text in (NEWS[lang], f"{NEWS[lang]}\r\n\r\n" * 4):
        assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("lang", NEWS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings(lang, encoding):
    assert decode(NEWS[lang].encode(encoding)) == NEWS[lang]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding):
    assert decode(NEWS["ru"].encode(encoding)) == NEWS["ru"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (os.urandom(64) * 40 + b"\0", "binary"),
        (b"abc\0\0def", "binary"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"%PDF-1.7", "PDF"),
        ((NEWS["ru"] + NEWS["zh"]).encode() + b"\xd0 ... \xff", "damaged"),
        (NEWS["ru"].encode("utf-16")[:-1], "UTF-16"),
        ("Café.".encode("latin-1"), "cannot be told"),
        ("Привет".encode("cp1251"), "cannot be told"),
        (b"".join(bytes([n]) for n in range(128, 256)), "cannot be told"),
    ],
)
def test_what_is_not_sure_is_refused(data, reason):
    with pytest.raises(ArticleError, match=reason):
        decode(data)


def test_the_encoding_that_a_page_declares_decides():
    assert decode("Café à la carte.".encode("latin-1"), "iso-8859-1") == "Café à la carte."
    assert decode("Café".encode(), "iso-8859-1") == "Café"
