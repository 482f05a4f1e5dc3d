"""Streets, squares and stadiums that are named after a day: "rue du 4-Septembre", "улица 1905 года"."""

from __future__ import annotations

import re

from rag.ingest.dating.names import key

_REACH = 32
"""Characters before or after a date in which such a word stands."""
_BEFORE = frozenset(
    {
        *("street", "rue", "avenue", "boulevard", "quai", "calle", "avenida", "plaza", "paseo", "rua", "praca"),
        *("viale", "corso", "piazza", "strasse", "straße", "platz", "allee", "straat", "plein", "strada", "piata"),
        *("ulica", "ulicy", "aleja", "alei", "namesti", "улица", "улице", "улицы", "ул", "площадь", "площади"),
        *("проспект", "проспекте", "бульвар", "бульваре", "вулиця", "вулиці", "площа", "площі", "οδος", "οδου"),
        *("jalan", "jl", "lapangan", "duong", "đuong", "pho", "شارع", "ميدان", "خیابان", "ميدان", "רחוב", "ถนน"),
    }
)
_LINKS = frozenset({"du", "des", "de", "del", "do", "dos", "della", "der"})
_LINKED = _BEFORE | {"place", "pont", "stade", "stadion", "estadio", "stadio", "via"}
"""What is such a place only with a link: "place du 8 Mai", not "took place 8 May"."""
_BEHIND = frozenset({"caddesi", "sokagi", "meydani", "bulvari", "stadyumu", "koprusu", "utca", "улица", "площадь"})
_WORD = re.compile(r"[^\W\d_]+")


def is_street(before: str, after: str) -> bool:
    """Whether a date is the name of a place in a town, by what stands right before or after it."""
    words = [key(word) for word in _WORD.findall(re.split(r"[.!?] ", before[-_REACH:])[-1])[-2:]]
    linked = len(words) > 1 and words[1] in _LINKS and words[0] in _LINKED
    behind = _WORD.match(after[:_REACH].lstrip(" "))
    return linked or bool(words and words[-1] in _BEFORE) or (behind is not None and key(behind[0]) in _BEHIND)
