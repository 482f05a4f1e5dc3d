"""What a sync has to do, computed from what lies in the folder and what the index holds; no ledger in between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rag.errors import CorpusError
from rag.types import Source

# A folder that lost more than this is more likely unmounted or mistyped than tidied up.
_VANISHED = 0.2


@dataclass(frozen=True, slots=True)
class SyncPlan:
    """Sources and article ids, each ordered by id."""

    added: tuple[Source, ...]
    changed: tuple[Source, ...]
    deleted: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.deleted)


def plan_sync(sources: Iterable[Source], indexed: Mapping[str, str]) -> SyncPlan:
    """Compare the folder's sources with ``indexed`` (article id -> SHA-256)."""
    found = {source.article_id: source for source in sorted(sources, key=lambda source: source.article_id)}
    return SyncPlan(
        added=tuple(source for key, source in found.items() if key not in indexed),
        changed=tuple(s for key, s in found.items() if key in indexed and indexed[key] != s.sha256),
        deleted=tuple(sorted(key for key in indexed if key not in found)),
        unchanged=tuple(key for key, source in found.items() if indexed.get(key) == source.sha256),
    )


def guard(plan: SyncPlan, folder: str) -> None:
    """Raises:
    CorpusError: the folder is empty, or most likely not the one that was meant.
    """
    known = len(plan.deleted) + len(plan.changed) + len(plan.unchanged)
    if not (plan.added or plan.changed or plan.unchanged):
        hint = "Add articles (.txt, .md, .html, .pdf, .docx, .jsonl)"
        if known:
            hint += f", or remove all {known} from the index with --force"
        raise CorpusError(f"The folder {folder} has no articles. {hint}.")
    if len(plan.deleted) > _VANISHED * known:
        raise CorpusError(
            f"{len(plan.deleted)} of the {known} indexed articles are gone from {folder}. Nothing was changed. "
            "If that is right, run the same command with --force; else check the folder."
        )
