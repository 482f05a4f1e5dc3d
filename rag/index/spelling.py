"""How words are spelled across scripts: what two spellings of one name share.

- **Romanisation** (`anyascii`): Путин, 푸틴, पुतिन and Putin become the same letters. Words match by a common beginning,
  so that case endings count: "Путина", "Putin's", "푸틴이".
- **Consonants**: scripts differ most in how they write vowels (Arabic and Hebrew hardly do), so words of two scripts
  are also compared by their consonants, those of one kind as one (Soundex, Russell 1918, over romanised letters).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
from anyascii import anyascii

WORD = regex.compile(r"[\p{Katakana}ー]{2,}|[\p{L}\p{M}--[\p{Han}\p{Katakana}\p{Hiragana}ー]]+", regex.V1)
"""Words as scripts set them apart: by spaces, or by katakana."""
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
ABJAD = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
STEM = 4
"""Letters that two forms of a name share, at least."""
ENDING = 4
"""Letters that a case or a particle adds, at most."""
PROCLITICS = ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ה", "ו", "ב", "ל", "מ", "ש")
"""What Arabic and Hebrew write in one with the word that follows."""
_RUN = regex.compile(r"[\p{Han}\p{Hiragana}]+|[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]+")
# Chinese spells foreign names with few characters: those that are at least twice as frequent in Chinese names of places
# abroad (GeoNames, CC BY 4.0) as in ordinary text. Three and more of them in a row are hardly ever anything else.
FOREIGN = frozenset(
    "斯尔拉特克爾德卡阿里巴布利格塔瓦普科姆夫尼伊雷加洛埃马勒帕纳亞羅罗馬哈恩亚托納林维赫奥沃比波塞維基迪奧达贝希米梅茨蒂莱萨堡達城薩諾博戈莫弗奇霍伯兰安森顿索萊聖蒙頓吉蘭鲁诺佩皮杜福古圣伦耶根韦菲"
    "魯貝列沙什曼登庫朗图泰艾穆盧扎畔切圖韋乌烏库倫坎威坦兹努苏桑施卢茲肯哥班费瓜滕丹丁敦蘇隆默雅杰采伍瑟那凯謝劳傑赖涅辛凱鎮松豪察胡溫厄廷賈查舍贾奈尤温灵昂孔甘盖恰翁讷瑙彭佐蓋亨迈吕拜潘芬紐摩谷丘"
    "谢陶喬乔費珀芒泽热彼園滩蓬纽錫齊昆勞賓寧熱宁柯翰娜捷靈瑪澤舒锡紹賴莎泉旺麦绍麥玛申休雪嫩欣邁茅徹卜訥茹齐宾灘罕戴逊揚夸棕琴肖奎遜橡勃"
)
_TRANSCRIBED = regex.compile(f"[{''.join(sorted(FOREIGN))}]{{3,8}}")
_KATAKANA = regex.compile(r"\p{Katakana}")
_OTHERS, _DOUBLED, _REPEATED = (regex.compile(pattern) for pattern in (r"[^a-z]", r"(.)\1", r"(.)\1+"))
_CH, _J = regex.compile("tsch|tch|tsj"), regex.compile("dsch|dzs|dj|dzh?")
_HARD_C = regex.compile(r"c(?=[aoulrt]|$)")  # c is k or s
# What Arabic and Hebrew write in one with a word, romanised.
_ARTICLES = ("wal", "bal", "lil", "al", "w", "b", "l", "h")
_BY_READING = "~"  # begins a skeleton by which Latin and Cyrillic are compared with each other only
_CONSONANTS = 3  # that two spellings share, at least
# Romanised consonants by kind: what languages confuse when they borrow a name.
_KINDS = {
    **dict.fromkeys("bpfv", "P"),
    **dict.fromkeys("td", "T"),
    **dict.fromkeys("szcjx", "S"),
    **dict.fromkeys("kgq", "K"),
    **dict.fromkeys("lr", "R"),
    **dict.fromkeys("mn", "N"),
}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as written, each once; only those that its script sets apart,
    and foreign names in Chinese characters."""
    text = normalised(text)
    set_apart = (word for word in WORD.findall(text) if not UNSPACED.match(word))
    return tuple(dict.fromkeys((*set_apart, *_TRANSCRIBED.findall(text))))


def transcribed(text: str) -> list[tuple[int, int]]:
    """Where a text (NFC) spells foreign names in Chinese characters: start and end of each."""
    return [match.span() for match in _TRANSCRIBED.finditer(text)]


def pairs_of(text: str) -> tuple[str, ...]:
    """Neighbouring characters of scripts that set no words apart, each pair once; a run of one stands for itself."""
    runs = _RUN.findall(normalised(text))
    return tuple(dict.fromkeys(run[i : i + 2] for run in runs for i in range(max(1, len(run) - 1))))


def normalised(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=100_000)
def unaccented(small: str) -> str:
    """Latin letters without their accents, others as they are."""
    if (not small.isascii() and "\u00c0" <= small[0] < "\u0250") or small[:1].isascii():
        small = "".join(c for c in unicodedata.normalize("NFD", small) if unicodedata.category(c) != "Mn")
    return small


def romanised(word: str) -> str:
    """Lower-case ASCII letters of a word, doubled ones once."""
    letters = _OTHERS.sub("", anyascii(unicodedata.normalize("NFC", word)).casefold())
    return _DOUBLED.sub(r"\1", letters)


@lru_cache(maxsize=100_000)
def skeletons(word: str) -> frozenset[str]:
    """The kinds of the consonants of a word as written, in every way that it may be cut and read."""
    letters = romanised(word)
    forms = {letters}
    readings: set[str] = set()
    if ABJAD.match(word):
        forms |= {letters.removeprefix(article) for article in _ARTICLES if len(letters) - len(article) > 2}
    if _KATAKANA.match(word):
        forms.add(letters.replace("ch", "t").replace("ts", "t"))
    if UNSPACED.match(word):  # Mandarin has j, q, x where others have t, d, k, g, h
        letters = letters.replace("ng", "n")
        forms = {letters.translate(_table(j + q)) for j in "stk" for q in "stk"}
    else:
        forms |= {_one_letter(form) for form in forms}
        if script(word) == "LATIN":
            readings = _latin_readings(forms) - forms
        forms |= {_HARD_C.sub("k", form) for form in forms}
    found = {skeleton for form in forms if len(skeleton := _skeleton(form)) >= _CONSONANTS}
    # Cyrillic kh is often h, which counts nothing; that little is left of a word tells too little.
    found |= {skeleton for form in forms if len(skeleton := _skeleton(form.replace("kh", ""))) > _CONSONANTS}
    if ABJAD.match(word):  # Persian, Urdu and Hebrew write v with the same letter, Arabic mostly a vowel
        found |= {skeleton for form in forms if len(skeleton := _skeleton(form.replace("w", "v"))) > _CONSONANTS}
    if script(word) == "CYRILLIC":
        found |= {_BY_READING + skeleton for skeleton in found}
    found |= {_BY_READING + skeleton for form in readings if len(skeleton := _skeleton(form)) > _CONSONANTS}
    return frozenset(found)


def _one_letter(letters: str) -> str:
    """With the sounds that some languages write with several letters as English does: "tsch", "dj", "dzh"."""
    return _CH.sub("ch", _J.sub("j", letters))


def _latin_readings(forms: set[str]) -> set[str]:
    """As the languages that write in Latin letters read them: w is v (German, Polish) or a vowel, j a vowel or a
    consonant, x two consonants, and h what Russian writes as g."""
    read = forms | {form.replace("w", "v") for form in forms}
    read |= {form.replace("j", "") for form in read}
    read |= {form.replace("x", "ks") for form in read}
    return read | {f"g{form[1:]}" for form in read if form.startswith("h")}


def _skeleton(letters: str) -> str:
    return _REPEATED.sub(r"\1", "".join(_KINDS.get(letter, "") for letter in letters))


def _table(sounds: str) -> dict[int, str]:
    return str.maketrans({"j": sounds[0], "q": sounds[1], "x": sounds[1]})


def is_terse(word: str) -> bool:
    """Whether its script writes so few of a name's sounds that three consonants must do."""
    return bool(ABJAD.match(word) or _KATAKANA.match(word))


def tells_enough(skeleton: str, word: str) -> bool:
    """Whether any word of another script that shares the consonants of ``skeleton`` may be the same name as ``word``;
    if not, one that is terse may."""
    return len(skeleton) > _CONSONANTS or is_terse(word)


def same_name(one: str, other: str) -> bool:
    """Whether two romanised words are one name, but for a case ending."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < STEM or len(long) - len(short) > ENDING:
        return False
    return shared(short, long) >= max(STEM, len(short) - 1)


def shared(one: str, other: str) -> int:
    """Letters that both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def surely(word: str, other: str) -> bool:
    """Whether words that may be the same name share enough of it that it is hardly by chance."""
    one, two = romanised(word), romanised(other)
    shared = skeletons(word) & skeletons(other)
    if any(len(skeleton) > _CONSONANTS for skeleton in shared) or (shared and (is_terse(word) or is_terse(other))):
        return True
    return one == two or (same_name(one, two) and min(len(one), len(two)) > STEM)


def is_small(char: str) -> bool:
    """Whether a letter is lower case where it could be a capital; Georgian has capitals only for headlines."""
    return char.islower() and char.title() != char


def script(word: str) -> str:
    """The first word of Unicode's name of its first letter: LATIN, CYRILLIC, HANGUL …"""
    return unicodedata.name(word[0], "").partition(" ")[0]
