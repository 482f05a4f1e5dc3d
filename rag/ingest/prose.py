"""Clean text: what a reader sees, without what only a machine sees.

Articles are untrusted: control characters can drive a terminal, bidirectional overrides can make a quote read as
something else, and invisible tag characters can carry instructions to a language model. None of them is prose.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# Line breaks of every kind become "\n"; U+2029 separates paragraphs.
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
# Controls, soft hyphen, surrogates, byte order mark, interlinear marks, object replacement, non-characters,
# and the bidirectional embeddings, overrides and isolates (U+061C, U+200E, U+200F are harmless and stay).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u2060-\u206f\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\uffff"
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 17))
    + "]"
)
# Tag characters mean something only after the black flag, where they spell a region's flag emoji.
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)|[\U000e0000-\U000e007f]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str, indents: bool = False) -> str:
    """``text`` in NFC with ``\\n`` line ends, single spaces, at most one blank line, and nothing invisible.

    ``indents`` leaves white space inside and before lines as it is, where it is mark-up.
    """
    text = _LINE_BREAK.sub("\n", text).replace("\u2029", "\n\n")
    text = _TAGS.sub(lambda match: match[1] or "", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text)
    if indents:
        return text
    text = _SPACES.sub(" ", text)
    text = "\n".join(line.strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str, limit: int = 500) -> str:
    """``text`` cleaned, on one line, cut to ``limit`` characters: for titles, names and error messages."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def folded(text: str) -> str:
    """``text`` for comparison: without regard to case, width, punctuation and spacing."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def joint(before: str, after: str) -> str:
    """What stands for a line break inside a paragraph: nothing between ideographs or kana, else a space."""
    return "" if before and after and _is_solid(before[-1]) and _is_solid(after[0]) else " "


def _is_solid(char: str) -> bool:
    """Whether ``char`` belongs to a script written without spaces that breaks lines anywhere (Chinese, Japanese)."""
    code = ord(char)
    wide = unicodedata.east_asian_width(char) in "WF"
    return wide and not (0xAC00 <= code <= 0xD7AF or 0x1100 <= code <= 0x11FF or 0x1F000 <= code <= 0x1FAFF)


def unwrapped(text: str, slack: float = 0.0) -> str:
    """Paragraphs of a plain text, each on one line, with a blank line between them.

    Plain text comes in three habits: a blank line between paragraphs, one paragraph a line, and hard-wrapped lines.
    A line break is a wrap when the first word of the next line would not have fitted on the line before, the width
    being that of the longest line; otherwise it ends a paragraph. ``slack`` is the share of the width by which lines
    may fall short of it all the same: in print, letters differ in width.
    """
    blocks = [[line.strip() for line in block.split("\n")] for block in re.split(r"\n[^\S\n]*\n\s*", text.strip("\n"))]
    lines = [line for block in blocks for line in block]
    width = max((columns(line) for line in lines), default=0)
    wrapped = (slack or width <= _WIDEST_WRAP) and len(lines) > len(blocks)
    full = width * (1 - slack)
    return "\n\n".join(_paragraphs(block, full) if wrapped else "\n\n".join(block) for block in blocks)


_WIDEST_WRAP = 120
"""Columns; nobody wraps by hand at more, and a file with longer lines keeps a paragraph on each."""


def _paragraphs(block: list[str], width: float) -> str:
    joined = block[0]
    for before, line in pairwise(block):
        word = line.split(" ", 1)[0]
        # Scripts without spaces offer a break at every letter; hanging punctuation may leave two columns free.
        needed = 4 if word and _is_solid(word[0]) else min(columns(word), width / 2)
        fits = columns(before) + 1 + needed <= width
        joined += ("\n\n" if fits else joint(joined, line)) + line
    return joined


def columns(line: str) -> int:
    """How wide ``line`` is in print: an ideograph takes two columns, a mark on another letter none."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line if unicodedata.combining(char) == 0
    )
