"""The articles' folder: which articles it holds, without parsing them."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from rag.errors import ArticleError, CorpusError
from rag.ingest.formats import FOREIGN, MODULES, NAMES
from rag.ingest.formats.jsonl import record, record_id
from rag.ingest.limits import Limits
from rag.types import Failure, Source

# No name that is shown may hold what steers a terminal, ends its line or reorders what stands around it.
_FORBIDDEN_KINDS = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def scan(root: Path, limits: Limits) -> tuple[list[Source], list[Failure]]:
    """The articles below ``root``, sorted by id, and the files that cannot be articles.

    Hidden files and folders are passed over, as are files of kinds that hold no articles (images, programs). Links
    that stay inside the folder are passed over too: what they point at is found under its own name.

    Raises :class:`CorpusError` if ``root`` is missing or not a folder.
    """
    root = Path(root)
    try:
        real = root.resolve(strict=True)
        if not real.is_dir():
            raise CorpusError(f"{root} is not a folder. Name the folder that holds the articles.")
        with os.scandir(real):
            pass
    except FileNotFoundError:
        raise CorpusError(
            f"The folder {root} does not exist. Create it and put articles into it, or name another."
        ) from None
    except (OSError, RuntimeError) as error:
        raise CorpusError(f"The folder {root} cannot be read ({error}). Check its permissions.") from None

    sources: list[Source] = []
    failures: list[Failure] = []
    for found in _walk(real, real):
        if isinstance(found, Failure):
            failures.append(found)
            continue
        name = found.relative_to(real).as_posix()
        read = lines_of if MODULES[found.suffix.lower()] == "jsonl" else _whole
        try:
            for source in read(found, name, limits):
                (sources if isinstance(source, Source) else failures).append(source)  # type: ignore[arg-type]
        except OSError as error:
            failures.append(Failure(name, f"it cannot be read ({error.strerror}): check the file's permissions"))
    return sorted(sources, key=lambda source: source.article_id), sorted(failures, key=lambda failure: failure.path)


def _walk(folder: Path, root: Path) -> Iterator[Path | Failure]:
    """Files of a format that is read, below ``folder``, in the order of their names."""
    shown = folder.relative_to(root).as_posix()
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(_printable(shown), f"the folder cannot be read ({error.strerror}): check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if entry.is_symlink():
            reason = _bad_link(path, root)
            if reason:
                yield Failure(_printable(name), reason)
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root)
            continue
        suffix = path.suffix.lower()
        if suffix in FOREIGN:
            yield Failure(_printable(name), f"{suffix} is not a format that is read: save it as one of {NAMES}")
        elif suffix in MODULES:
            if _printable(name) != name:
                yield Failure(_printable(name), "its name holds characters that cannot be written: rename the file")
            elif not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                yield Failure(name, "it is not a regular file: put the article itself here")
            else:
                yield path


def _bad_link(path: Path, root: Path) -> str | None:
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError:
        return "it is a link to a file that does not exist: remove the link or copy the article here"
    except (OSError, RuntimeError):
        return "it is a link that leads back to itself: remove the link or copy the article here"
    if not target.is_relative_to(root):
        return "it is a link that leaves the articles' folder: copy the file itself into the folder"
    return None


def _whole(path: Path, name: str, limits: Limits) -> Iterator[Source | Failure]:
    size = path.stat().st_size
    if size == 0:
        yield Failure(name, "the file is empty: remove it or write the article into it")
    elif size > limits.file_bytes:
        yield Failure(name, _too_large(size, limits))
    else:
        with path.open("rb") as file:
            yield Source(name, str(path), hashlib.file_digest(file, "sha256").hexdigest())


def lines_of(path: Path, name: str, limits: Limits) -> Iterator[Source | Failure]:
    """The articles of a JSON Lines file. Its lines are read one at a time: a feed may be larger than memory."""
    taken: dict[str, int] = {}
    number = 0
    any_line = False
    with path.open("rb") as file:
        while line := file.readline(limits.file_bytes + 2):
            number += 1
            size = len(line)
            if size > limits.file_bytes + 1:
                any_line = True
                while rest := file.readline(1 << 20):
                    size += len(rest)
                    if rest.endswith(b"\n"):
                        break
                yield Failure(f"{name}#{number}", _too_large(size, limits))
                continue
            line = line.rstrip(b"\r\n")
            if not line.strip(b" \t\xef\xbb\xbf"):
                continue
            any_line = True
            try:
                own = record_id(record(line)) or str(number)
            except ArticleError as error:
                yield Failure(f"{name}#{number}", str(error))
                continue
            if own in taken:
                reason = f'its id "{own}" is already that of line {taken[own]}: give every article an id of its own'
                yield Failure(f"{name}#{number}", reason)
                continue
            taken[own] = number
            yield Source(f"{name}#{own}", str(path), hashlib.sha256(line).hexdigest(), number)
    if not any_line:
        yield Failure(name, "the file is empty: remove it or write one article a line into it")


def _too_large(size: int, limits: Limits) -> str:
    return f"it is {size / 2**20:.1f} MB, more than the {limits.file_mb:g} MB allowed: split it into several articles"


def _printable(name: str) -> str:
    """``name`` with what cannot be shown or stored written as escapes; spaces and joiners of all scripts stay."""
    return "".join(
        char.encode("unicode_escape", "surrogatepass").decode() if _is_forbidden(char) else char for char in name
    )


def _is_forbidden(char: str) -> bool:
    return char in _BIDI or unicodedata.category(char) in _FORBIDDEN_KINDS
