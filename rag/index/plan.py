"""What a sync has to do, computed from what lies in the folder and what the index holds; no ledger in between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rag.errors import CorpusError
from rag.types import Source

# A folder that lost more than so many, and more than this share, is more likely unmounted or mistyped than tidied up.
_FEW, _SHARE = 5, 0.2
_LOSS = "Indexed articles that are gone from {folder}: {gone} of {known}. Nothing was changed."
_TOLD = re.compile(_LOSS.format(folder="(?P<folder>.+?)", gone=r"(?P<gone>\d+)", known=r"(?P<known>\d+)"), re.DOTALL)


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """Sources and article ids, each ordered by id."""

    added: tuple[Source, ...]
    changed: tuple[Source, ...]
    deleted: tuple[str, ...]
    unchanged: tuple[str, ...]
    moved: frozenset[str] = frozenset()
    """Those of ``deleted`` whose content is among the added ones: their file or folder got another name."""

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.deleted)


@dataclass(frozen=True, slots=True)
class Loss:
    """More articles gone from their folder than are dropped from the index unasked; ``str()`` of it says what to do."""

    gone: int
    known: int
    """Articles in the index, with those that are gone."""
    folder: str

    def __str__(self) -> str:
        said = _LOSS.format(folder=self.folder, gone=self.gone, known=self.known)
        return f"{said} If they were meant to go, run the same command with --force; else check the folder."

    @classmethod
    def told(cls, message: str) -> Loss | None:
        """The loss that an error message is about; None if it is about something else."""
        found = _TOLD.match(message)
        return cls(int(found["gone"]), int(found["known"]), found["folder"]) if found else None


def plan_sync(sources: Iterable[Source], indexed: Mapping[str, str]) -> SyncPlan:
    """Compare the folder's sources with ``indexed`` (article id -> SHA-256)."""
    found = {source.article_id: source for source in sorted(sources, key=lambda source: source.article_id)}
    added = tuple(source for key, source in found.items() if key not in indexed)
    deleted = tuple(sorted(key for key in indexed if key not in found))
    arrived = {source.sha256 for source in added}
    return SyncPlan(
        added=added,
        changed=tuple(s for key, s in found.items() if key in indexed and indexed[key] != s.sha256),
        deleted=deleted,
        unchanged=tuple(key for key, source in found.items() if indexed.get(key) == source.sha256),
        moved=frozenset(key for key in deleted if indexed[key] in arrived),
    )


def guard(plan: SyncPlan, folder: str, agreed: int = 0) -> None:
    """Let pass a ``plan`` that loses what may be lost unasked, or no more articles than were ``agreed`` to.

    Raises:
        CorpusError: the folder is empty, or most likely not the one that was meant.
    """
    known = len(plan.deleted) + len(plan.changed) + len(plan.unchanged)
    if not (known or plan.added):
        hint = "Add articles (.txt, .md, .html, .pdf, .docx, .jsonl)"
        raise CorpusError(f"The folder {folder} has no articles. {hint}.")
    gone = len(plan.deleted) - len(plan.moved)
    if gone > agreed and (gone == known or gone > max(_FEW, _SHARE * known)):
        raise CorpusError(str(Loss(gone, known, folder)))
