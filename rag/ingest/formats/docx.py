"""Word documents. Their dates of creation and change are those of the file, not of the article."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from rag.errors import ArticleError
from rag.ingest.draft import Draft
from rag.ingest.front_matter import language_tag
from rag.ingest.limits import Limits
from rag.ingest.prose import one_line

_DAMAGED = "the document is damaged or cut off: open it in a word processor and save it again"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RATIO = 200
"""How many times its size a part may unfold: XML reaches some 20."""


def read(data: bytes, limits: Limits) -> Draft:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ArticleError("it is encrypted or an old .doc file: save it as .docx without a password")
    _check_size(data, limits)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        document = Document(BytesIO(data))
        properties = document.core_properties
        title, author, language = properties.title, properties.author, properties.language
    except (OpcError, zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError, AttributeError, TypeError, OSError):
        raise ArticleError(_DAMAGED) from None
    titles = {style.style_id for style in document.styles if style.name in ("Title", "Heading 1")}
    blocks = list(_blocks(document.element.body))
    if not title and blocks and blocks[0][1] in titles:
        title = blocks[0][0]
    return Draft(
        text="\n\n".join(text for text, _ in blocks),
        title=one_line(title or "") or None,
        author=None if author == "python-docx" else one_line(author or "") or None,
        lang_hint=language_tag(language),
    )


def _check_size(data: bytes, limits: Limits) -> None:
    """Raises :class:`ArticleError` for a zip file that is broken, or that declares or turns out to be a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            declared = sum(member.file_size for member in members)
            if declared > limits.unpacked_bytes or len(members) > 10_000:
                raise ArticleError(_bomb(declared, len(data)))
            actual = 0
            for member in members:
                if member.flag_bits & 1:
                    raise ArticleError("it is encrypted: save it without a password")
                unfolded = 0
                with archive.open(member) as part:
                    while block := part.read(1 << 16):
                        unfolded += len(block)
                        if unfolded > member.file_size or actual + unfolded > limits.unpacked_bytes:
                            raise ArticleError(_bomb(actual + unfolded, len(data)))
                if unfolded > 10 << 20 and unfolded > _RATIO * max(1, member.compress_size):
                    raise ArticleError(_bomb(unfolded, len(data)))
                actual += unfolded
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise ArticleError(_DAMAGED) from None
    except Exception as error:  # zlib.error has no better base class
        if isinstance(error, ArticleError | MemoryError):
            raise
        raise ArticleError(_DAMAGED) from None


def _bomb(unfolded: int, size: int) -> str:
    return (
        f"it is a zip bomb, or as good as one: {size / 2**20:.1f} MB unfold to more than {unfolded / 2**20:.0f} MB;"
        " remove it, or save it again with smaller pictures"
    )


def _blocks(body: Any) -> Any:
    """Text and style of each paragraph in the order of the document, with those in tables, frames and controls.

    Deleted text of tracked changes is left out, inserted text is in; so is hidden text out.
    """
    for paragraph in body.iter(f"{_W}p"):
        if any(parent.tag == _FALLBACK for parent in paragraph.iterancestors()):
            continue  # the same text box once more, for old programs
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        text = "".join(_pieces(paragraph))
        if text.strip():
            yield text, style.get(f"{_W}val") if style is not None else ""


def _pieces(paragraph: Any) -> Any:
    for run in paragraph.iter(f"{_W}r"):
        owner = next(parent for parent in run.iterancestors() if parent.tag == f"{_W}p")
        if owner is not paragraph:
            continue  # a paragraph of a text box anchored in this one; it comes by itself
        hidden = run.find(f"{_W}rPr/{_W}vanish")
        if hidden is not None and hidden.get(f"{_W}val") not in ("0", "false", "off"):
            continue
        for node in run:
            if node.tag == f"{_W}t":
                yield node.text or ""
            elif node.tag in (f"{_W}br", f"{_W}cr"):
                yield "\n"
            elif node.tag == f"{_W}tab":
                yield " "
            elif node.tag == f"{_W}noBreakHyphen":
                yield "-"
