"""A question as it was typed -> as it is asked."""

from __future__ import annotations

from rag.errors import RagError

_JOINERS = "\u200c\u200d"  # Persian and the scripts of India spell with them
_LONGEST = 2000  # characters; a pasted article is not a question


def cleaned(question: str) -> str:
    """White space folded, lone surrogates and control characters dropped.

    Raises:
        RagError: nothing is left, or it is far too long.
    """
    text = "".join(char for char in question if char.isprintable() or char.isspace() or char in _JOINERS)
    text = " ".join(text.split())
    if not text:
        raise RagError("The question is empty. Type a question, for example: When did Putin last visit Pyongyang?")
    if len(text) > _LONGEST:
        raise RagError(f"The question has {len(text)} characters, more than {_LONGEST}. Ask a shorter one.")
    return text
