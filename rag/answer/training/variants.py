"""More examples from those that there are: dates as news writes them, passages in mixed languages, and questions
about somebody else."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from rag.answer.training.example import Example
from rag.answer.training.gloss import Dictionary, gloss_words
from rag.ingest.dates import find_dates

# CLDR date patterns, of a language's own (by width) and of the kind that news agencies use, mostly without a year.
_WIDTHS = ("full", "long", "medium", "short")
_PATTERNS = ("EEEE (d/M)", "EEE (d/M)", "(d/M)", "EEEE (d/M/y)", "d/M/y", "d.M.", "d.M.y", "d/M", "y-MM-dd")
_SKELETONS = ("MMMMd", "MMMd", "Md", "MMMEd")
_YEARLESS = 0.55
_ELSEWHERE = 0.1  # of the passages whose dates are not the answer
_WORDS = re.compile(r"[^\W\d_]+")
_KATAKANA = re.compile(r"[ァ-ヶー]{3,}")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def redated(example: Example, rng: random.Random) -> Example | None:
    """The example with every day in its passage written in another way; None where there is none."""
    mentions = [m for m in find_dates(example.context, example.lang, None) if m.granularity == "day"]
    if not mentions:
        return None
    pieces, position = [], 0
    start, end = example.start, example.end
    moved = 0
    way = _way(rng)
    for mention in mentions:
        if example.start is not None and mention.start < example.start < mention.end:
            continue  # the answer is a part of it, such as its year
        if example.end is not None and mention.start < example.end < mention.end:
            continue
        written = _written(mention.value, example.lang, way if rng.random() < 0.7 else _way(rng))
        pieces += [example.context[position : mention.start], written]
        position = mention.end
        grown = len(written) - (mention.end - mention.start)
        if start is not None and end is not None:
            a, b = start - moved, end - moved  # where the answer was before this passage changed
            if mention.end <= a:
                start, end = start + grown, end + grown
            elif mention.start < b:  # they overlap: the whole date answers, with what else the answer had
                start = min(a, mention.start) + moved
                end = max(b, mention.end) + moved + grown
        moved += grown
    context = "".join([*pieces, example.context[position:]])
    return replace(example, context=context, start=start, end=end)


def glossed(example: Example, target: str, dictionaries: Mapping[str, Dictionary], rng: random.Random) -> Example:
    """The example with most words of its passage in ``target``; names, numbers and the question stay."""
    pieces = gloss_words(example.context, example.lang, target, dictionaries, rng)
    start, end, position = example.start, example.end, 0
    text: list[str] = []
    for a, b, written in pieces:
        text += [example.context[position:a], written]
        position = b
        grown = len(written) - (b - a)
        if start is not None and end is not None and example.start is not None and example.end is not None:
            start += grown if b <= example.start else 0
            end += grown if b <= example.end else 0
    context = "".join([*text, example.context[position:]])
    return replace(example, context=context, start=start, end=end, lang=target, asked_in=example.lang)


def more(examples: Sequence[Example], dictionaries: Mapping[str, Dictionary], redatings: int) -> list[Example]:
    """Redated and glossed examples, each kind under a source of its own."""
    rng = random.Random(0)
    found = []
    for example in examples:
        for _ in range(redatings):
            dated = redated(example, rng) if example.start is not None else None
            if dated and (dated.answer != example.answer or rng.random() < _ELSEWHERE):
                found.append(replace(dated, source=f"{example.source} dates"))
        if example.lang == "en" and dictionaries:
            target = rng.choice(sorted(dictionaries))
            found.append(replace(glossed(example, target, dictionaries, rng), source=f"{example.source} glossed"))
    return found


def _way(rng: random.Random) -> tuple[str, str]:
    """How to write a date: kind of pattern and pattern."""
    if rng.random() < _YEARLESS:
        return ("skeleton", rng.choice(_SKELETONS)) if rng.random() < 0.5 else ("pattern", rng.choice(_PATTERNS[:3]))
    return ("width", rng.choice(_WIDTHS)) if rng.random() < 0.5 else ("pattern", rng.choice(_PATTERNS[3:]))


def _written(value: date, lang: str, way: tuple[str, str]) -> str:
    from babel.dates import format_date, format_skeleton

    kind, pattern = way
    if kind == "skeleton":
        return format_skeleton(pattern, value, locale=lang)
    return format_date(value, pattern, locale=lang)


def about_another(example: Example, others: Sequence[Example], rng: random.Random) -> str | None:
    """The question with a name or a year from somebody else's question, which its passage does not mention."""
    told = [span for span in _telling(example.question) if _at(example.question, span) in example.context.casefold()]
    if not told:
        return None
    start, end = rng.choice(told)
    for _ in range(8):
        other = rng.choice(others).question
        kind = example.question[start].isdecimal()
        fitting = [_at(other, span, fold=False) for span in _telling(other) if other[span[0]].isdecimal() == kind]
        if fitting and (name := rng.choice(fitting)).casefold() not in example.context.casefold():
            return example.question[:start] + name + example.question[end:]
    return None


def _telling(question: str) -> list[tuple[int, int]]:
    """Where names and years stand: words in capitals but the first, runs of katakana, four digits."""
    found = [match.span() for pattern in (_KATAKANA, _YEAR) for match in pattern.finditer(question)]
    names: list[tuple[int, int]] = []
    for match in _WORDS.finditer(question):
        start, end = match.span()
        if not question[start].isupper() or start == 0 or end - start < 2:
            continue
        if names and question[names[-1][1] : start] == " ":
            names[-1] = (names[-1][0], end)
        else:
            names.append((start, end))
    return found + names


def _at(text: str, span: tuple[int, int], fold: bool = True) -> str:
    found = text[span[0] : span[1]]
    return found.casefold() if fold else found
