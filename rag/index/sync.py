"""Bring the index up to date with a folder: plan, parse, embed, verify, publish."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from rag.errors import CorpusError, IndexError_
from rag.index.damage import is_of_chroma, telling_damage
from rag.index.encoder import Encoder
from rag.index.entry import entries
from rag.index.fingerprint import check, dumps, fingerprint, is_of_older_version, loads
from rag.index.generations import Generations
from rag.index.library import open_embedded, open_published, open_server
from rag.index.plan import SyncPlan, guard, plan_sync
from rag.index.store import Store
from rag.ingest.folder import scan
from rag.ingest.limits import Limits
from rag.ingest.pool import ParserPool
from rag.ingest.splitter import split
from rag.settings import Settings
from rag.types import Article, Failure, Passage, Source

Progress = Callable[[int, int], None]
"""Told (articles done, articles to do)."""

_BATCH = 128  # passages embedded together, with their sentences: enough to sort by length, few enough to see progress


@dataclass(frozen=True, slots=True)
class SyncReport:
    added: int
    changed: int
    deleted: int
    unchanged: int
    failed: tuple[Failure, ...]
    passages: int
    """In the whole index, afterwards."""
    seconds: float
    files: tuple[str, ...] = field(default=())
    """Ids of the articles added or changed."""


def sync(
    folder: Path,
    settings: Settings,
    encoder: Encoder,
    *,
    force: bool = False,
    at_most: int | None = None,
    rebuild: bool = False,
    progress: Progress = lambda done, total: None,
) -> SyncReport:
    """Index what is new or changed below ``folder``, drop what is gone, publish the result.

    Until the moment of publishing readers see the old state; an exception, Ctrl-C or a crash leaves it as it was.
    (A Chroma server has no generations: there each article changes on its own, whole.)

    Args:
        force: go on although the folder is empty or many articles are gone ...
        at_most: ... if they are no more than these.
        rebuild: embed everything anew, whatever the index holds, and even if it cannot be read; so is an index of this
            machine that an older version of Rujukan built.

    Raises:
        CorpusError: the folder is missing, empty, or most likely not the one that was meant.
        IndexDamaged: the index cannot be read, and ``rebuild`` is false.
        IndexLocked: another process is writing.
        IndexMismatch: the index was built with other settings, and ``rebuild`` is false.
    """
    started = perf_counter()
    wanted = fingerprint(settings, encoder)
    generations = Generations(settings.index_dir)
    with generations.writing(_command()):
        limits = Limits(seconds=settings.parse_seconds, memory_mb=settings.parse_memory_mb, file_mb=settings.file_mb)
        sources, unreadable = _scan(folder, limits, force)
        published = _published(settings, generations, rebuild)
        indexed = {} if published is None else published.indexed
        if published is not None and not rebuild:
            built = loads(published.fingerprint)
            rebuild = settings.chroma_url is None and is_of_older_version(built, wanted)
            if not rebuild:
                check(built, wanted, settings.chroma_url or str(settings.index_dir))
        plan = plan_sync(sources, indexed)
        agreed = at_most if force else 0
        if agreed is not None:
            _guarded(plan, unreadable, folder, agreed)
        held = 0 if published is None else published.passages
        moved = published is not None and published.root != folder.resolve()
        unfinished = published is not None and published.is_unfinished
        if rebuild:
            plan = SyncPlan(tuple(sources), (), (), ())
        failed, done = list(unreadable), _Done()
        # Files that cannot be read are tried again at every sync; alone they are no reason for a new generation.
        fresh = rebuild or published is None
        if fresh or moved or unfinished or not plan.is_empty:
            with ParserPool(limits) as pool, contextlib.ExitStack() as stack:
                parsed = _parsed(pool, plan, folder)
                first = next(parsed, None)
                while isinstance(first, Failure) and first.path not in indexed:
                    failed.append(first)
                    first = next(parsed, None)
                if first is not None or plan.deleted or fresh or moved or unfinished:
                    todo = len(plan.added) + len(plan.changed)
                    draft = stack.enter_context(_draft(settings, generations, fresh, dumps(wanted)))
                    everything = parsed if first is None else _chain(first, parsed)
                    handled = len(failed) - len(unreadable)
                    done = _apply(
                        draft.store, plan, everything, indexed, encoder, settings, handled, todo, progress, failed
                    )
                    draft.store.stamp(folder, datetime.now(UTC).isoformat())
                    held = draft.finish(done.passage_ids)
    names = {failure.path for failure in failed}
    return SyncReport(
        added=sum(source.article_id in done.articles for source in plan.added),
        changed=sum(source.article_id in done.articles for source in plan.changed),
        deleted=len(plan.deleted) + sum(source.article_id in names for source in plan.changed),
        unchanged=len(plan.unchanged),
        failed=tuple(sorted(failed, key=lambda failure: failure.path)),
        passages=held,
        seconds=perf_counter() - started,
        files=tuple(sorted(done.articles)),
    )


@dataclass
class _Done:
    articles: set[str] = field(default_factory=set)
    passage_ids: list[str] = field(default_factory=list)


def _apply(
    store: Store,
    plan: SyncPlan,
    parsed: Iterable[Article | Failure],
    indexed: dict[str, str],
    encoder: Encoder,
    settings: Settings,
    handled: int,
    todo: int,
    progress: Progress,
    failed: list[Failure],
) -> _Done:
    done, waiting, size = _Done(), [], 0
    now = datetime.now(UTC).isoformat(timespec="seconds")
    progress(0, todo)
    for article in parsed:
        handled += 1
        if isinstance(article, Failure):
            failed.append(article)
            if article.path in indexed:  # its old text is gone from the file: nothing could check a citation of it
                store.delete([article.path])
            continue
        passages = split(article, encoder.count_tokens, settings.passage_tokens)
        waiting.append((article, passages))
        size += len(passages)
        if size >= _BATCH:
            _put(store, waiting, encoder, now, done)
            waiting, size = [], 0
            progress(min(handled, todo), todo)
    _put(store, waiting, encoder, now, done)
    store.delete(plan.deleted)
    progress(todo, todo)
    return done


def _put(store: Store, batch: Sequence[tuple[Article, list[Passage]]], encoder: Encoder, now: str, done: _Done) -> None:
    if not batch:
        return
    done.passage_ids += store.put(entries(batch, encoder), now)
    done.articles.update(article.id for article, _ in batch)


def _scan(folder: Path, limits: Limits, force: bool) -> tuple[list[Source], list[Failure]]:
    try:
        return scan(folder, limits)
    except CorpusError:
        # Forcing empties the index of a folder that is gone; it never turns a file or an unreadable place into one.
        if force and not folder.exists():
            return [], []
        raise


def _guarded(plan: SyncPlan, unreadable: Sequence[Failure], folder: Path, agreed: int) -> None:
    """Guard ``plan``, and tell what of the folder cannot be read: it may be why.

    Raises:
        CorpusError: the folder has no article that can be read, or is most likely not the one that was meant.
    """
    if not unreadable:
        guard(plan, str(folder), agreed)
        return
    first, *rest = unreadable
    told = f"{first.path}: {first.error}" + (f" (and {len(rest)} more)" if rest else "")
    if plan.is_empty and not plan.unchanged:
        raise CorpusError(f"The folder {folder} has no article that can be read: {told}.")
    try:
        guard(plan, str(folder), agreed)
    except CorpusError as error:
        raise CorpusError(f"{error} What cannot be read there: {told}.") from None


def _parsed(pool: ParserPool, plan: SyncPlan, folder: Path) -> Iterator[Article | Failure]:
    return iter(pool.parse([*plan.added, *plan.changed], folder))


def _chain(first: Article | Failure, rest: Iterator[Article | Failure]) -> Iterator[Article | Failure]:
    yield first
    yield from rest


@dataclass(frozen=True, slots=True)
class _Published:
    """What a plan needs to know of the published state."""

    fingerprint: str | None
    indexed: dict[str, str]
    """Article id -> SHA-256."""
    passages: int
    root: Path | None
    is_unfinished: bool


def _published(settings: Settings, generations: Generations, rebuild: bool) -> _Published | None:
    """None where nothing is, and where what is cannot be read but is to be built anew."""
    if settings.chroma_url:
        with contextlib.closing(open_server(settings.chroma_url)) as store:
            return _known(store) if store.fingerprint else None
    try:
        held = generations.hold()
        if held is None:
            return None
        generation, lock = held
        with lock, contextlib.closing(open_published(generation)) as store, telling_damage(generation.chroma):
            return _known(store)
    except Exception as error:
        if rebuild and (isinstance(error, IndexError_ | KeyError) or is_of_chroma(error)):
            return None
        raise


def _known(store: Store) -> _Published:
    return _Published(
        fingerprint=store.fingerprint,
        indexed={article.id: article.sha256 for article in store.articles()},
        passages=store.passage_count(),
        root=store.root(),
        is_unfinished=store.is_unfinished,
    )


@dataclass
class _Draft:
    store: Store
    finish: Callable[[Sequence[str]], int]
    """Verify the new passages, publish, and return how many passages there are in all."""


@contextlib.contextmanager
def _draft(settings: Settings, generations: Generations, fresh: bool, wanted: str) -> Iterator[_Draft]:
    """Where to write: the next generation, or the server itself."""
    if settings.chroma_url:
        store = open_server(settings.chroma_url)
        try:
            if fresh:
                store.create(wanted)
            elif store.is_unfinished:
                store.purge()
            store.begin()
            yield _Draft(store, lambda ids: _verified(store, ids))
        finally:
            store.close()
        return
    with generations.draft(fresh) as generation:
        store = open_embedded(generation.chroma, writing=True)
        try:
            if fresh:
                store.create(wanted)

            def finish(ids: Sequence[str]) -> int:
                nonlocal store
                # Verify what is on the disk, not what this client remembers.
                store.close()
                store = open_embedded(generation.chroma)
                count = _verified(store, ids)
                store.close()
                generations.publish(generation)
                return count

            yield _Draft(store, finish)
        finally:
            store.close()


def _verified(store: Store, ids: Sequence[str]) -> int:
    store.verify(ids)
    return store.passage_count()


def _command() -> str:
    return " ".join(["python -m rag", *sys.argv[1:]]) if sys.argv[0].endswith("__main__.py") else Path(sys.argv[0]).name
