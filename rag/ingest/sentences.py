"""Where sentences begin and end, in any script.

The boundaries are those of ``sentencex`` (rules and abbreviations for some 300 languages), made a little more careful
by rules that name no language: it knows no abbreviation list for most of them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_WINDOW = 2000
"""Characters handed over at once: the library's time grows with the square of the text where it is not ASCII."""


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Spans ``(start, end)`` of the sentences of ``text``, in order, without the white space around them.

    ``lang`` is a BCP-47 tag (``und`` will do). A line break ends a sentence, as headlines and list items have no full
    stop. Every character that is not white space is in exactly one span.
    """
    language = re.split("[-_]", lang)[0].lower() or "und"
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match[0]
        bounds = [0, *_refined(line, _boundaries(line, language)), len(line)]
        for start, end in pairwise(bounds):
            part = line[start:end]
            if stripped := part.strip():
                begin = match.start() + start + len(part) - len(part.lstrip())
                spans.append((begin, begin + len(stripped)))
    return spans


def _boundaries(line: str, language: str) -> list[int]:
    """Inner offsets at which the library starts a new sentence."""
    from sentencex import get_sentence_boundaries

    found: list[int] = []
    start = 0
    while start < len(line):
        window = line[start : start + _WINDOW]
        ends = [boundary["end_index"] for boundary in get_sentence_boundaries(language, window)]
        last = start + len(window) >= len(line)
        # The last sentence of a window may go on in the next one.
        inner = [end for end in ends if 0 < end < len(window)]
        found += [start + end for end in inner]
        if last:
            break
        start = found[-1] if inner else start + len(window)
    return found


def _refined(line: str, bounds: list[int]) -> list[int]:
    """``bounds`` without those that part what belongs together, and with those that the library does not know."""
    pattern = _patterns()
    known = set(bounds)
    known.update(match.end() for match in pattern["terminator"].finditer(line))
    kept: list[int] = []
    for bound in sorted(known):
        before, after = line[max(0, bound - 40) : bound], line[bound : bound + 8]
        if not after or not before.strip() or pattern["belongs"].match(after):
            continue
        if any(pattern[name].search(before) for name in ("ordinal", "initial", "consonants")):
            continue
        if pattern["number"].search(before) and after[0].isdigit():
            continue
        if pattern["quoted"].search(before) and pattern["speaker"].match(after):
            continue
        kept.append(bound)
    return _unmarked(line, kept)


_LONG_UNMARKED = 160
_SHORT_UNMARKED = 80


def _unmarked(line: str, bounds: list[int]) -> list[int]:
    """``bounds`` and, where a script has neither sentence marks nor spaces between words (Thai, Lao), some spaces.

    There a space ends a phrase, often a sentence. It is taken for an end only in a long stretch without any other,
    between two phrases that are both longer than a name.
    """
    spaces = [match.start() for match in _patterns()["phrases"].finditer(line, overlapped=True)]
    found = []
    start = 0
    for end in [*bounds, len(line)]:
        for space in spaces:
            long = end - start > _LONG_UNMARKED
            if long and start + _SHORT_UNMARKED <= space <= end - _SHORT_UNMARKED // 2:
                start = space + 1
                found.append(start)
        start = end
        found.append(end)
    return found[:-1]


@cache
def _patterns() -> dict:
    import regex

    return {
        # Full stops of scripts other than Latin (Unicode's Sentence_Terminal), with closing marks, before white space.
        # The ASCII ones are left to the library: they also end abbreviations.
        "terminator": regex.compile(r"(?:(?![.!?])\p{Sentence_Terminal})+[\p{Pe}\p{Pf}\"']*(?=\s)"),
        # A sentence does not begin with a closing mark, a joiner, or something that modifies the character before.
        "belongs": regex.compile(
            r"[\p{Pe}\p{Pf}\p{M}\u200c\u200d\ufe0f\U0001f3fb-\U0001f3ff,;:،；，、。．！？!?]|\.(?!\.|\d)"
        ),
        # "19. Juni", "2. Dünya": a number of one or two digits with a full stop is an ordinal more often than an end.
        "ordinal": regex.compile(r"(?:^|[\s\p{Ps}\p{Pi}\"'/–—-])\p{Nd}{1,2}\.\s*$"),
        # "2024. 6. 19.": a date or a version goes on with a digit.
        "number": regex.compile(r"\p{Nd}\.\s*$"),
        # "د. أحمد", "พ.ศ. 2567", "डॉ. सिंह": one letter, or letters with stops between, is an abbreviation.
        # Latin is left to the library, which knows that "U.S. The" ends and "U.S. Army" does not.
        "initial": regex.compile(r"(?:^|[\s\p{Ps}\p{Pi}\"'.])(?!\p{Latin})\p{L}\p{M}*\.\s*$"),
        # "Jl. Sudirman", "Bpk. Budi": a capitalised word without a vowel is an abbreviation in any Latin spelling.
        "consonants": regex.compile(
            r"(?:^|[\s\p{Ps}\p{Pi}\"'])(?=\p{Lu})[B-DF-HJ-NP-TV-Z][b-df-hj-np-tv-z]{1,4}\.\s*$"
        ),
        # "«Да!» — сказал он", "「ようこそ。」と述べた": what follows the quoted speech belongs to its sentence.
        "quoted": regex.compile(r"[\p{Pe}\p{Pf}\"']\s*$"),
        "speaker": regex.compile(r"[–—―-]\s*\p{Ll}|\p{Hiragana}"),
        "phrases": regex.compile(r"(?<=[\p{Line_Break=SA}\p{M}]{15}) (?=[\p{Line_Break=SA}\p{M}]{15})"),
    }
