"""Adding articles and bringing the index up to date, with progress that every session sees."""

from __future__ import annotations

from time import monotonic

import streamlit as st

from rag.assistant import Assistant
from rag.chat.indexer import Indexer, Job
from rag.chat.markup import Html, element, note
from rag.chat.upload import FOLDER, FORMATS, save
from rag.errors import ArticleError, RagError
from rag.index.plan import Loss
from rag.index.sync import SyncReport
from rag.settings import Settings

_UPLOADS, _SAVED, _SEEN = "uploads-round", "uploads-saved", "index-seen"


def show_shelf(assistant: Assistant, indexer: Indexer) -> None:
    """Progress, report and the button, kept fresh without the person doing anything.

    A run goes on in its own process, so nothing that happens to this script can stop it.
    """
    # Idle, it watches for what other sessions and processes publish; asking a server for that costs more than a file.
    idle = 30 if assistant.settings.chroma_url else 5
    st.fragment(run_every=1 if indexer.job.running else idle)(_live)(assistant, indexer)


def _live(assistant: Assistant, indexer: Indexer) -> None:
    try:
        version = assistant.library.version()
    except RagError:
        version = ""  # the page says why
    job = indexer.job
    seen = (job.number, job.running, version)
    if st.session_state.setdefault(_SEEN, seen) != seen:
        st.session_state[_SEEN] = seen
        if not job.running:
            st.session_state.pop(_SAVED, None)
        st.rerun()  # the summary, the filters, the examples and this fragment's pace depend on it
    show_job(job, indexer)
    label = "Re-index" if version else "Index the articles"
    waiting = bool(st.session_state.get(_SAVED)) or not version
    st.button(
        "Indexing…" if job.running else label,
        key="re-index",
        icon=":material/sync:",
        type="primary" if waiting and not job.running else "secondary",
        disabled=job.running,
        width="stretch",
        on_click=indexer.start,
    )


def show_job(job: Job, indexer: Indexer) -> None:
    """How far it has come, or what came of it; where it stopped to ask, a button for yes."""
    if job.running:
        waited = f"{monotonic() - job.started:.0f} s"
        if job.total:
            done = min(job.done / job.total, 1.0)
            st.progress(done, text=f"Indexed {job.done:,} of {job.total:,} articles · {waited}")
        else:
            st.progress(0.0, text=f"Looking for new and changed articles… {waited}")
    elif job.problem and (loss := Loss.told(job.problem)):
        st.html(note("info", asked(loss) + job.problem.removeprefix(str(loss))))  # what cannot be read may be why
        st.button(
            f"Remove {'one article' if loss.gone == 1 else f'{loss.gone:,} articles'} from the index",
            key="remove-gone",
            icon=":material/delete_sweep:",
            width="stretch",
            on_click=indexer.start,
            args=(*job.options, "--force", f"--at-most={loss.gone}"),  # what is gone by then was not asked about
        )
    elif job.problem:
        st.html(note("error", job.problem))
    elif job.report:
        report = job.report
        st.html(note("done", told(report)))
        if report.failed:
            number = len(report.failed)
            with st.expander(f"{number} could not be read", icon=":material/warning:", expanded=number <= 5):
                rows = (
                    element("li", element("b", failure.path), ": ", failure.error, dir="auto")
                    for failure in report.failed
                )
                st.html(element("ul", *rows, class_="rj-failed"))


def asked(loss: Loss) -> str:
    """What is gone, and the question whether it is to go from the index, too."""
    if loss.gone < loss.known:
        gone = f"{loss.gone:,} of the {loss.known:,} indexed articles are"
    else:
        gone = "The only indexed article is" if loss.known == 1 else f"All {loss.known:,} indexed articles are"
    they, them = ("it", "it") if loss.gone == 1 else ("they", "them")
    return (
        f"{gone} gone from the folder `{loss.folder}`. Nothing was changed. Did you mean to remove {them}? "
        f"Then {they} can be removed from the index, too, and no answer will come from {them} any more. "
        f"If not, put {them} back, or see whether this is the right folder, and re-index."
    )


def told(report: SyncReport) -> str:
    """What a run did, leaving out what it did not."""
    counts = (
        (report.added, "added"),
        (report.changed, "changed"),
        (report.deleted, "removed"),
        (report.unchanged, "unchanged"),
    )
    parts = ", ".join(f"{number:,} {what}" for number, what in counts if number) or "nothing to index"
    return f"Indexed in {report.seconds:.1f} s: {parts}."


def show_uploader(settings: Settings) -> None:
    """Files are saved as they arrive, and the box is empty again."""
    turn = st.session_state.setdefault(_UPLOADS, 0)
    st.file_uploader(
        "Add articles",
        type=list(FORMATS),
        accept_multiple_files=True,
        key=f"upload-{turn}",
        label_visibility="collapsed",
        on_change=_receive,
        args=(settings, f"upload-{turn}"),
    )
    for message in st.session_state.get(_SAVED, ()):
        st.html(message)


def _receive(settings: Settings, key: str) -> None:
    added, messages = [], []
    for file in st.session_state[key]:
        try:
            saved = save(settings.corpus_dir, file.name, file.getvalue(), settings.file_mb)
        except ArticleError as error:
            messages.append(note("error", str(error)))
            continue
        if saved.known:
            messages.append(note("info", f"{saved.name} is in the folder already."))
        else:
            added.append(element("li", f"{FOLDER}/{saved.name}", dir="auto"))
    if added:
        head = (
            "Added. Re-index to ask about it:"
            if len(added) == 1
            else f"{len(added)} added. Re-index to ask about them:"
        )
        messages.insert(0, note("done", head, element("ul", *added)))
    earlier: list[Html] = st.session_state.get(_SAVED, [])
    st.session_state[_SAVED] = earlier + messages
    st.session_state[_UPLOADS] += 1
