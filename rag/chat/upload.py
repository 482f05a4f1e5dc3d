"""Articles that come in through the page: their names are not to be trusted, and nothing is ever overwritten."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from rag.errors import ArticleError

FOLDER = "uploads"
FORMATS = ("txt", "md", "html", "htm", "pdf", "docx", "jsonl")
_LONGEST = 120  # bytes of UTF-8, number and ending included; file systems allow 255
_ROOM = 12  # of these for a number
# Separators of paths, what Windows refuses, and "#", which parts a file from its line in an article's id.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#%]+')
_JOINERS = "\u200c\u200d"  # Persian and Hindi write words with them
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})


@dataclass(frozen=True, slots=True)
class Saved:
    """``name`` is the file's name below the folder of uploads; ``known``: the same file was there already."""

    name: str
    known: bool = False


def safe_name(name: str) -> str:
    """A plain file name for an upload: no path, nothing hidden, reserved or unprintable, at most 120 bytes.

    Raises:
        ArticleError: its ending is not that of a format that is read.
    """
    base = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    # White space first: a line break or a no-break space parts words, other control characters are nothing.
    base = " ".join(base.split())
    base = "".join(char for char in base if char.isprintable() or char in _JOINERS)
    stem, dot, ending = base.rpartition(".")
    if not dot or ending.lower() not in FORMATS:
        allowed = ", ".join(f".{ending}" for ending in FORMATS)
        raise ArticleError(f"{base or 'A file without a name'} is not in a format that is read ({allowed}).")
    ending = ending.lower()
    stem = " ".join(_FORBIDDEN.sub("-", stem).split())
    stem = stem.encode()[: _LONGEST - _ROOM - len(ending) - 1].decode(errors="ignore").strip(" .-~")
    if stem.split(".")[0].strip().lower() in _DEVICES:
        stem = f"article {stem}"
    return f"{stem or 'article'}.{ending}"


def save(corpus: Path, name: str, data: bytes, largest_mb: float) -> Saved:
    """Store an upload below ``corpus/uploads``, whole or not at all; a name that is taken gets a number.

    Raises:
        ArticleError: wrong format, empty, too large, or it cannot be written.
    """
    wanted = safe_name(name)
    if not data:
        raise ArticleError(f"{wanted} is empty. Choose a file with an article in it.")
    if len(data) > largest_mb * 2**20:
        raise ArticleError(f"{wanted} is {len(data) / 2**20:.1f} MB; at most {largest_mb:g} MB can be read.")
    folder = corpus / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not folder.resolve().is_relative_to(corpus.resolve()):
            raise ArticleError(f"{folder} is a link that leaves the folder of articles. Replace it by a folder.")
        return _store(folder, wanted, data)
    except OSError as error:
        raise ArticleError(f"{wanted} cannot be saved in {folder}: {error.strerror}.") from error


def _store(folder: Path, wanted: str, data: bytes) -> Saved:
    taken = {entry.name.casefold(): entry.name for entry in folder.iterdir()}
    # Hidden while it is written: the indexer passes it over.
    handle, draft = tempfile.mkstemp(prefix=".upload-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o644)
        for n in count(1):
            name = wanted if n == 1 else _numbered(wanted, n)
            if name.casefold() in taken:
                if _same(folder / taken[name.casefold()], data):
                    return Saved(taken[name.casefold()], known=True)
                continue
            try:
                os.link(draft, folder / name)  # fails, rather than overwrites, if another session was faster
            except FileExistsError:
                taken[name.casefold()] = name
                continue
            return Saved(name)
        raise AssertionError("unreachable")
    finally:
        Path(draft).unlink(missing_ok=True)


def _numbered(name: str, n: int) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}-{n}.{ending}"


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size == len(data) and path.read_bytes() == data
