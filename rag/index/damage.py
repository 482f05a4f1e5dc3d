"""A broken database, told apart from all else that can go wrong with one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from rag.errors import IndexDamaged, IndexMissing

DATABASE = "chroma.sqlite3"
"""Chroma's file in its directory."""


def damaged(what: str) -> IndexDamaged:
    return IndexDamaged(
        f"The index is damaged: {what}. Rebuild it with `python -m rag index --rebuild`; the articles are not touched."
    )


def damage(directory: Path) -> str | None:
    """What is wrong with the database in Chroma's ``directory``, in SQLite's words; None where it is whole, or cannot
    be looked at. Reads the whole file: to be asked once something has failed."""
    path = directory / DATABASE
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError:  # it is not there, locked or not ours to read
        return None
    except sqlite3.DatabaseError as error:
        return f"{DATABASE}: {error}"
    return None if found == "ok" else f"{DATABASE}: {found.splitlines()[-1]}"  # after a headline


def is_of_chroma(error: BaseException) -> bool:
    """Its own errors, and the panics of its engine, which are no ``Exception`` and whose class cannot be imported."""
    return type(error).__module__.split(".")[0] in {"chromadb", "pyo3_runtime"}


@contextlib.contextmanager
def telling_damage(directory: Path) -> Iterator[None]:
    """While the database in Chroma's ``directory`` is read.

    Raises:
        IndexDamaged: reading failed, and the database is broken.
    """
    try:
        yield
    except BaseException as error:
        if (is_of_chroma(error) or isinstance(error, IndexMissing)) and (found := damage(directory)):
            raise damaged(found) from error
        raise
