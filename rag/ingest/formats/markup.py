"""A tree of HTML (or of trafilatura's TEI-like elements) -> paragraphs of plain text, without what is hidden."""

from __future__ import annotations

import re
from typing import Any

from rag.ingest.prose import joint

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "meta",
        "link",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "datalist",
        "dialog",
    ]
)
_DROPPED = frozenset(["script", "template", "noscript"])
"""Never read, and not left to other programs to read; the rest of the unseen is for them to make sense of."""
# Line breaks around an element: two around a paragraph, one around an item of a list or a row of a table. In
# trafilatura's trees "head" is a headline; that of an HTML page holds nothing that is seen.
_BREAKS = dict.fromkeys(
    [
        "head",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "list",
        "blockquote",
        "quote",
        "table",
        "figure",
        "figcaption",
        "pre",
        "hr",
        "address",
        "form",
        "fieldset",
        "details",
        "summary",
        "body",
        "caption",
        "center",
    ],
    2,
) | dict.fromkeys(["li", "item", "tr", "row", "dt", "dd"], 1)
_CELLS = frozenset(("td", "th", "cell"))

_INVISIBLE_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:[a-z%]*\s*(?:[;!]|$))",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_BLOCK = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"([a-z0-9]*)((?:[.#][\w-]+)+)\Z", re.IGNORECASE)
_NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))
"""Pages that fade in hide all of themselves at first; their text is not hidden from readers."""


def plain_text(tree: Any) -> str:
    """The text of ``tree`` as it reads: a blank line between paragraphs, a line break between items and at ``br``."""
    from lxml import etree

    out: list[str] = []
    breaks = 0  # line breaks due before the next text

    def write(text: str) -> None:
        nonlocal breaks
        if not text.strip():
            if not breaks:
                out.append(text)
            return
        if breaks:
            out.append("\n" * breaks)
            text = text.lstrip()
        out.append(text)
        breaks = 0

    skipped = verbatim = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += name in _UNSEEN
            verbatim += name == "pre"
            if skipped:
                continue
            breaks = max(breaks, _BREAKS.get(name, 0))
            if name in ("br", "lb"):
                breaks = min(breaks + 1, 2)
            elif name in _CELLS and element.getprevious() is not None:
                write(" | ")
            write(_text(element.text, verbatim))
            continue
        if event == "end":
            if not skipped:
                breaks = max(breaks, _BREAKS.get(name, 0))
            skipped -= name in _UNSEEN
            verbatim -= name == "pre"
        if not skipped and element is not tree:
            write(_text(element.tail, verbatim))
    return re.sub(r"[ \t]*\n", "\n", "".join(out)).strip()


def _text(text: str | None, verbatim: int) -> str:
    if not text or verbatim:
        return text or ""
    # White space collapses; a line break of the source between two ideographs is no space.
    parts = [re.sub(r"[^\S\xa0\u3000]+", " ", part) for part in re.split(r"[ \t]*\r?\n\s*", text)]
    joined = parts[0]
    for part in parts[1:]:
        joined += (joint(joined, part) if joined and part else " ") + part
    return joined


def without_hidden(tree: Any) -> Any:
    """``tree`` with the elements removed that a reader does not see: scripts and the like, ``hidden``, and
    ``display: none`` and its kin in ``style`` attributes and in the simple rules of ``style`` elements."""
    rules = _hiding_rules(tree)
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in _NEVER_HIDDEN or element.getparent() is None:
            continue
        if (
            element.tag in _DROPPED
            or element.get("hidden") is not None
            or _INVISIBLE_STYLE.search(element.get("style") or "")
            or (rules and _is_hidden_by(rules, element))
        ):
            element.drop_tree()
    return tree


Rules = dict[str, list[tuple[str, frozenset[str]]]]


def _hiding_rules(tree: Any) -> Rules:
    """The rules that hide what they match, filed under one of their marks: the element's name or "", and the ``.class``
    and ``#id`` marks, all of which an element must have."""
    rules: Rules = {}
    for style in tree.iter("style"):
        css = _AT_BLOCK.sub("", _COMMENT.sub("", style.text or ""))
        for selectors, body in _RULE.findall(css):
            if _INVISIBLE_STYLE.search(body):
                for selector in selectors.split(","):
                    if match := _SIMPLE.match(selector.strip()):
                        marks = re.findall(r"[.#][\w-]+", match[2])
                        rules.setdefault(marks[0], []).append((match[1].lower(), frozenset(marks)))
    return rules


def _is_hidden_by(rules: Rules, element: Any) -> bool:
    marks = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
    return any(tag in ("", element.tag) and all_ <= marks for mark in marks for tag, all_ in rules.get(mark, ()))
