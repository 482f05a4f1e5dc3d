"""What one article may cost before it is given up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds on one article. ``seconds`` is wall-clock time and, where the system allows it, processor time."""

    seconds: float = 20.0
    memory_mb: int = 1024
    """Address space of the process that parses."""
    file_mb: float = 20.0
    """Size of the file; of one line, for a JSON Lines file."""
    text_chars: int = 2_000_000

    @property
    def file_bytes(self) -> int:
        return int(self.file_mb * 1024 * 1024)

    @property
    def unpacked_bytes(self) -> int:
        """How far a compressed format may unfold: real documents stay well below five times the largest file."""
        return 5 * self.file_bytes
