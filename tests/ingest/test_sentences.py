"""Sentences as a reader sees them, in scripts with and without full stops."""

from __future__ import annotations

import pytest

from rag.ingest.sentences import sentences

CASES = [
    (
        "en",
        [
            "Dr. Smith paid $3.5 million.",
            "He said: “Stop.”",
            "Then he left (at 5 p.m. on Jan. 5).",
            '"Really?" she asked.',
        ],
    ),
    (
        "de",
        ["Am Mittwoch, dem 19. Juni, kam er an.", "Das kostet z. B. 3,5 Mio. Euro.", "Der 2. Weltkrieg endete 1945."],
    ),
    (
        "id",
        ["Rabu (19/6) Putin tiba.", "Jl. Sudirman No. 5 ramai.", "Rp 1.500.000 dibayar pukul 03.00 WIB.", "Selesai."],
    ),
    ("ru", ["19 июня 2024 г. Путин прибыл в КНДР.", "В 2000 г. он уже был там.", "«Да!» — сказал он.", "Он ушёл."]),
    ("ar", ["وصل بوتين إلى بيونغ يانغ.", "هل هذا صحيح؟", 'قال د. أحمد: "نعم."', "ثم غادر."]),
    ("ur", ["وہ آیا۔", "کیا یہ سچ ہے؟", "ہاں۔"]),
    ("ko", ["푸틴 대통령은 평양에 도착했다.", "2024. 6. 19. 방문했다.", "3.5% 올랐다."]),
    ("hi", ["पुतिन प्योंगयांग पहुँचे।", "डॉ. सिंह ने कहा।", "क्या यह सच है?", "हाँ!"]),
    ("tr", ["Görüşme 19. yüzyılda oldu.", "Saat 15.30'da geldi.", "2. Dünya Savaşı bitti."]),
    ("my", ["သူသည် ရောက်ရှိခဲ့သည်။", "ကောင်းပါသည်။"]),
    ("km", ["គាត់បានមកដល់។", "ល្អ។"]),
    ("am", ["ሰላም ነው።", "ደህና ነህ፧", "እሺ።"]),
    ("hy", ["Բարեւ։", "Ինչպես ես։"]),
    ("und", ["Hello there.", "Привет.", "你好。"]),
]
SOLID = [
    ("zh", ["普京抵达平壤。", "金正恩说:“欢迎!”", "他很高兴。", "真的吗?", "他于2024年6月19日(星期三)到达。"]),
    ("ja", ["プーチン氏は平壌に到着した。", "「ようこそ。」と金氏は述べた。", "本当か?", "彼は(昨日。)来た。"]),
]


@pytest.mark.parametrize(("lang", "expected"), CASES, ids=[lang for lang, _ in CASES])
def test_sentences_of_a_spaced_script(lang, expected):
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text, lang)] == expected


@pytest.mark.parametrize(("lang", "expected"), SOLID, ids=[lang for lang, _ in SOLID])
def test_sentences_of_a_script_without_spaces(lang, expected):
    text = "".join(expected)
    assert [text[start:end] for start, end in sentences(text, lang)] == expected


def test_a_long_thai_paragraph_has_more_than_one_sentence_and_no_name_is_torn():
    text = (
        "ประธานาธิบดีวลาดิเมียร์ ปูติน ของรัสเซียเดินทางถึงกรุงเปียงยางเมื่อช่วงเช้าตรู่ของวันพุธ โดยมีนายคิม จองอึน "
        "ผู้นำเกาหลีเหนือให้การต้อนรับที่สนามบินด้วยตนเอง การเยือนครั้งนี้นับเป็นครั้งแรกในรอบ 24 ปีของผู้นำรัสเซีย "
        "ทั้งสองฝ่ายลงนามในสนธิสัญญาความเป็นหุ้นส่วนทางยุทธศาสตร์ที่ครอบคลุมทุกด้าน หลังการหารือนานกว่าสองชั่วโมง"
    )
    found = [text[start:end] for start, end in sentences(text, "th")]
    assert len(found) > 1
    for whole in ("วลาดิเมียร์ ปูติน", "คิม จองอึน", "ในรอบ 24 ปี"):
        assert sum(whole in sentence for sentence in found) == 1


def test_a_line_break_ends_a_sentence():
    text = "A headline\nThe body begins here."
    assert [text[start:end] for start, end in sentences(text, "en")] == text.split("\n")
