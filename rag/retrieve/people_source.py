"""``python -m rag.retrieve.people_source FILE``: make ``people.txt.xz`` anew.

``FILE`` is ``person_names.txt`` of the source distribution of `rigour` (MIT): parts of people's names in every script,
a line an item of Wikidata (CC0), ``spelling, spelling, … => item``. Kept are those that some script without spaces
between words spells (Chinese, Thai) or Korean does, and an alphabet, too: what sound alone does not bridge.
"""

from __future__ import annotations

import lzma
import sys
import unicodedata
from pathlib import Path

from rag.index.spelling import script
from rag.retrieve.known_names import FILE, SEPARATOR

_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_WRITTEN = frozenset({"CJK", "HANGUL", "THAI"})
_KEPT = _ALPHABETS | _WRITTEN | {"ARABIC", "HEBREW", "DEVANAGARI", "BENGALI", "KATAKANA", "GEORGIAN", "ARMENIAN"}
_WITHIN = frozenset("-'’・ー")
_SURNAME = ("姓", "氏")  # "the surname …"


def is_word(text: str) -> bool:
    """Whether a spelling is one word of at least two letters."""
    return len(text) > 1 and all(c.isalpha() or unicodedata.category(c)[0] == "M" or c in _WITHIN for c in text)


def kept(line: str) -> set[str]:
    """The spellings of a line that are kept, none if it says too little."""
    spellings: dict[str, set[str]] = {}
    for spelling in line.rpartition(" => ")[0].split(","):
        word = unicodedata.normalize("NFC", spelling.strip())
        if not is_word(word):
            continue
        if any(unicodedata.category(char) == "Lm" and char != "ー" for char in word):
            continue
        kind = script(word).partition("-")[0]
        if kind == "LATIN":
            word = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
        if kind in _KEPT and not word.endswith(_SURNAME):
            spellings.setdefault(kind, set()).add(word)
    # Names of one country only are no bridge, and there are very many of them.
    abroad = spellings.keys() - {"LATIN", "CJK", "HANGUL"}
    if not (spellings.keys() & _ALPHABETS and spellings.keys() & _WRITTEN and abroad):
        return set()
    return set().union(*spellings.values())


def main(path: Path) -> None:
    lines = {SEPARATOR.join(sorted(found)) for line in path.open(encoding="utf-8") if (found := kept(line))}
    FILE.write_bytes(lzma.compress("\n".join(sorted(lines)).encode(), preset=9))
    print(f"{len(lines)} names, {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
