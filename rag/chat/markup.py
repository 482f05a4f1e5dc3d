"""HTML for ``st.html`` in which foreign text can only ever be text."""

from __future__ import annotations

import html
import re
from pathlib import Path

from rag.render import plain

_ASSETS = Path(__file__).parent / "assets"
_COMMAND = re.compile(r"`([^`\n]+)`")


class Html(str):
    """Markup whose foreign text has been escaped. Cut or joined as a string it is a plain one, and escaped again."""

    __slots__ = ()


def escaped(text: str) -> Html:
    """``text`` without control characters and direction overrides, fit for an element and for a quoted attribute."""
    return Html(html.escape(plain(text), quote=True))


def element(tag: str, *children: str, **attributes: str | None) -> Html:
    """``<tag …>children</tag>``. Children that are not :class:`Html` are escaped, as are all attributes.

    ``class_`` is written ``class``, ``data_n`` is written ``data-n``; an attribute that is None is left out.
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{given}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Html:
    """Children side by side, those that are not :class:`Html` escaped."""
    return Html("".join(child if isinstance(child, Html) else escaped(child) for child in children))


def note(kind: str, message: str, *more: Html) -> Html:
    """A message box. ``kind``: "error", "done" or "info". What stands in back quotes is shown as a command."""
    pieces = _COMMAND.split(message)
    shown = joined(*(element("code", piece) if i % 2 else piece for i, piece in enumerate(pieces)))
    role = "alert" if kind == "error" else "status"
    return element("div", element("p", shown, dir="auto"), *more, class_=f"rj-note rj-{kind}", role=role)


def asset(name: str) -> str:
    """The text of a file in ``assets/``: our own, never foreign."""
    return (_ASSETS / name).read_text(encoding="utf-8")
