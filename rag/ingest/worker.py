"""The child process of :mod:`rag.ingest.pool`: reads jobs as JSON lines, answers with JSON lines.

Plain data only, in both directions: a child that a hostile file has taken over can hand back a wrong article, but no
object that runs code in the parent.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import Any

from rag.errors import ArticleError
from rag.ingest.limits import Limits
from rag.types import Article, Source

_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "subprocess.Popen",
)
_ALSO_FORBIDDEN = ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "pty.spawn")

_TEMPORARY_BYTES = 256 << 20
"""A language detector unpacks its model into a temporary file; nothing else writes any."""


def _refuse(event: str, _args: object) -> None:
    if event in _FORBIDDEN or event in _ALSO_FORBIDDEN:
        raise PermissionError(f"a parser may not do {event}")


def _confine(limits: Limits) -> None:
    """No network, no processes, no large files, bounded memory. Where the system knows no such limits
    (Windows, parts of macOS) the parent's clock and the file sizes still hold."""
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return
    bounds = (
        (resource.RLIMIT_AS, limits.memory_mb << 20),
        (resource.RLIMIT_FSIZE, _TEMPORARY_BYTES),
        (resource.RLIMIT_CORE, 0),
    )
    for which, bound in bounds:
        try:
            resource.setrlimit(which, (bound, bound))
        except (ValueError, OSError):
            continue


def _allow_seconds(seconds: float) -> None:
    """From now on this much processor time, after which the system ends this process, whatever library it is in."""
    try:
        import resource
    except ImportError:
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(usage.ru_utime + usage.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _answer(job: dict[str, Any], limits: Limits) -> dict[str, Any]:
    from rag.ingest.parser import parse

    try:
        article = parse(Source(**job), limits)
    except ArticleError as error:
        return {"error": str(error)}
    except (MemoryError, RecursionError) as error:
        return {"died": "memory" if isinstance(error, MemoryError) else "nesting"}
    except Exception as error:  # a parser may raise anything at all on a hostile file; it is reported, never swallowed
        return {
            "error": f"its parser failed ({type(error).__name__}: {str(error)[:200]}): open the file and save it again"
        }
    return {"article": to_plain(article)}


def to_plain(article: Article) -> dict[str, Any]:
    """``article`` as JSON values."""
    day = article.published.isoformat() if article.published else None
    return {**asdict(article), "published": day, "inferred": sorted(article.inferred)}


def main() -> None:
    """Answer jobs until the parent closes the pipe."""
    # Whatever a library prints must not mix with the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    limits = Limits(**json.loads(sys.stdin.readline()))
    _confine(limits)
    print("ready", file=answers, flush=True)
    for line in sys.stdin:
        _allow_seconds(limits.seconds)
        reply = _answer(json.loads(line), limits)
        print(json.dumps(reply), file=answers, flush=True)
        if "died" in reply:
            return  # what is left of the memory is not to be trusted


if __name__ == "__main__":
    main()
