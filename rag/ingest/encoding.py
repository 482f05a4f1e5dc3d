"""Bytes -> text. What cannot be told for sure is refused: a wrongly decoded article would be cited as garbage."""

from __future__ import annotations

import codecs
import re

from rag.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# Scripts for which charset-normalizer has no letter frequencies, but whose byte patterns hardly come by chance.
_KANA_HANGUL = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")
_SAMPLE = 200_000


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``; ``declared`` is the encoding that the file itself names, if any.

    Raises :class:`ArticleError` for binary data and where the encoding cannot be told for sure.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, "its byte order mark says so")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"this is {kind}, not text: give the file the ending of its real format")
    sixteen = _utf16_without_mark(data)
    if sixteen:
        return _strictly(data, sixteen, "its bytes look like it")
    if data.count(0) or _controls(data) > 0.02:
        raise ArticleError("this is binary data, not text: remove the file or save it as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, declared, error)


def _strictly(data: bytes, encoding: str, reason: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise ArticleError(
            f"the text is broken at byte {error.start}: it is not {name}, though {reason}; save it again as UTF-8"
        ) from None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of a text with spaces or line ends shows as zero bytes on one side only."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2 or 0 not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    blanks_le = sum(head.count(pair) for pair in (b" \x00", b"\n\x00"))
    blanks_be = sum(head.count(pair) for pair in (b"\x00 ", b"\x00\n"))
    if even == 0 and odd and blanks_le:
        return "utf-16-le"
    if odd == 0 and even and blanks_be:
        return "utf-16-be"
    return None


def _controls(data: bytes) -> float:
    head = data[:_SAMPLE]
    # Escape (0x1b) is left out: ISO-2022 encodings are made of it.
    codes = (*range(1, 9), *range(14, 27), *range(28, 32), 127)
    return sum(head.count(bytes([code])) for code in codes) / max(len(head), 1)


def _legacy(data: bytes, declared: str | None, utf8: UnicodeDecodeError) -> str:
    if declared:
        try:
            text = data.decode(declared)
        except (LookupError, UnicodeError):
            pass
        else:
            if not re.search("[\x80-\x9f\ufffd]", text):
                return text
    if _mostly_utf8(data):
        raise ArticleError(
            f"the text is broken at byte {utf8.start}: it is UTF-8 with damaged characters;"
            " repair it and save it as UTF-8"
        )
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data[:_SAMPLE], threshold=0.1))
    if matches and _is_sure(matches):
        try:
            return data.decode(matches[0].encoding)
        except UnicodeError:
            pass
    raise ArticleError("the encoding of the text cannot be told for sure: save it again as UTF-8")


def _mostly_utf8(data: bytes) -> bool:
    """Whether most of the non-ASCII bytes form valid UTF-8: then it is damaged UTF-8, whatever else would fit."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(char > "\x7f" for char in text) - broken > 2 * broken


def _is_sure(matches: list) -> bool:
    best = matches[0]
    text = str(best)
    if re.search("[\x80-\x9f]", text):
        return False
    # Other readings of the same bytes that look just as clean and nearly as much like a known language.
    rivals = [match for match in matches[1:] if match.chaos < best.chaos + 0.02 and str(match) != text]
    if best.coherence > 0:
        return all(match.coherence <= best.coherence - 0.04 for match in rivals)
    letters = sum(char.isalpha() and char > "\x7f" for char in text)
    return not rivals and len(_KANA_HANGUL.findall(text)) > 0.3 * letters
