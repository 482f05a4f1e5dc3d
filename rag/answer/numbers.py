"""Numbers that texts write in figures, in any script: what each may mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

_SPACES = "\u00a0\u202f\u2009 "
# After a space only a group of three is of the same number.
_NUMBER = regex.compile(rf"\d+(?:[.,'’٫٬]\d+|(?<=(?<!\d)\d{{1,3}}|[{_SPACES}]\d{{3}})[{_SPACES}]\d{{3}}(?!\d))*")

_SPACE = regex.compile(rf"[{_SPACES}]")


def in_figures(text: str) -> str:
    """``text`` with every digit in ASCII: ٣ and ๓ are 3."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def numbers(text: str) -> list[frozenset[str]]:
    """What each number may mean: "1,234" is 1234, or 1.234 where commas are decimal; "19.06.2024" is three numbers."""
    return [meaning for match in _NUMBER.finditer(in_figures(text)) for meaning in _meanings(match.group())]


def has_numbers(text: str, wanted: str) -> bool:
    """Whether every number of ``wanted`` may be one of ``text``'s."""
    apart = _SPACE.sub("|", in_figures(text))  # "12 150" may be two of them
    held = frozenset[str]().union(*numbers(text), *numbers(apart))
    return all(not held.isdisjoint(meaning) for meaning in numbers(wanted))


def _meanings(written: str) -> Iterator[frozenset[str]]:
    groups, joints = regex.findall(r"\d+", written), regex.findall(r"\D", written)
    found = set()
    if _are_thousands(groups, joints):
        found.add(_plain("".join(groups)))
    mixed = joints[-1:] != joints[-2:-1] and joints[-1:] and joints[-1] not in _SPACES
    if mixed and _are_thousands(groups[:-1], joints[:-1]) and not (found and groups[-1] == "000"):
        part = groups[-1].rstrip("0")
        found.add(_plain("".join(groups[:-1])) + (f".{part}" if part else ""))
    yield from [frozenset(found)] if found else (frozenset({_plain(group)}) for group in groups)


def _are_thousands(groups: list[str], joints: list[str]) -> bool:
    """Whether these are the groups of one whole number, in threes or (but for the last) in twos, as India has them."""
    if not joints:
        return True
    middle = all(len(group) in (2, 3) for group in groups[1:-1])
    return len(groups[0]) <= 3 and middle and len(groups[-1]) == 3 and len(set(joints)) == 1


def _plain(figures: str) -> str:
    return figures.lstrip("0") or "0"
