"""PDF. The document properties give title, author and language; their dates are the file's, not the article's."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from rag.errors import ArticleError
from rag.ingest.draft import Draft
from rag.ingest.formats.pdf_layout import Line, laid_out, lines_of
from rag.ingest.front_matter import language_tag
from rag.ingest.limits import Limits
from rag.ingest.prose import clean, one_line, unwrapped

# Names that programs put into the title of their own accord.
_NO_TITLE = re.compile(
    r"untitled|microsoft word\b.*|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|txt|html?)|[\W\d_]*", re.IGNORECASE
)
_NO_AUTHOR = re.compile(r"anonymous|unknown|user|admin(?:istrator)?|\W*", re.IGNORECASE)


def read(data: bytes, limits: Limits) -> Draft:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    if b"%PDF-" not in data[:1024]:
        raise ArticleError("it is not a PDF, whatever its name says: give the file the ending of its real format")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError("it is encrypted: save it without a password")
        pages = _pages(reader, limits)
        info: Any = reader.metadata or {}
        title, author = _property(info.get("/Title"), _NO_TITLE), _property(info.get("/Author"), _NO_AUTHOR)
        lang = language_tag(str(reader.root_object.get("/Lang", "")))
    except (FileNotDecryptedError, DependencyError):
        raise ArticleError("it is encrypted: save it without a password") from None
    except MemoryError:
        raise
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        OverflowError,
        AssertionError,
    ) as error:
        # pypdf meets damaged objects with whatever exception comes first
        detail = one_line(str(error), 100) or type(error).__name__
        raise ArticleError(f"the PDF is damaged or cut off ({detail}): open it and save it again") from None
    if not any(char.isalnum() for page in pages for line in page for char in line.text):
        raise ArticleError("the PDF has no text, it seems to be a scan: run text recognition (OCR) on it first")
    text, headline = laid_out(pages)
    text = unwrapped(clean(text), slack=0.25)
    return Draft(text=text, title=title, title_hint=headline, author=author, lang_hint=lang)


def _property(value: Any, noise: re.Pattern[str]) -> str | None:
    text = one_line(str(value)) if value is not None else ""
    return None if not text or noise.fullmatch(text) else text


def _pages(reader: Any, limits: Limits) -> list[list[Line]]:
    pages: list[list[Line]] = []
    total = 0
    for page in reader.pages:
        lines = lines_of(page)
        pages.append(lines)
        total += sum(len(line.text) for line in lines)
        if total > 2 * limits.text_chars:
            break  # too long in any case; the parser says so
    return pages
