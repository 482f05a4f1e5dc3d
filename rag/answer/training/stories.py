"""Stories: one event and its look-alikes, told in several languages, with questions asked in another language.

No question-answering data has them together: a question, the passage that answers it in another language, and a passage
in the question's own language that is much like it and does not. Our own writing (``story_files/*.jsonl``); people and
organisations in it are invented. A file holds one JSON object a line: ``{"passages": [{"lang", "title", "text"}],
"questions": [{"lang", "question", "passage", "answer", "near", "closest"}]}``; ``passage`` is the index of the one that
answers, or null; ``near`` is a stretch around the answer, where the same words stand in the passage twice; ``closest``,
where none answers, the index of the one that seems to.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rag.answer.training.data import LONGEST_QUESTION, Window, window
from rag.answer.training.example import Example

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = Path(__file__).with_name("story_files")
GROUP = 5  # passages that compete for a question
BESIDE = 0.3  # of the questions that a passage seems to answer are put to another one, too
TITLED = 0.8  # of the windows have the passage's title
HELD_OUT = 8  # every so manieth story is for calibration


@dataclass(frozen=True, slots=True)
class Passage:
    lang: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """``passage`` is the index of the passage that answers; ``start``, ``end`` are characters of its text. Where none
    answers, ``closest`` is the index of one that seems to."""

    lang: str
    text: str
    passage: int | None = None
    start: int = -1
    end: int = -1
    closest: int | None = None


@dataclass(frozen=True, slots=True)
class Story:
    passages: tuple[Passage, ...]
    questions: tuple[Question, ...]

    @property
    def examples(self) -> Iterator[Example]:
        """Its questions, each on the passage that answers."""
        for asked in self.questions:
            if asked.passage is not None:
                told = self.passages[asked.passage]
                yield Example(told.lang, "stories", asked.text, told.text, asked.start, asked.end, asked_in=asked.lang)


def load(folder: Path = FOLDER) -> list[Story]:
    """Every story in ``folder``, in a fixed order.

    Raises:
        ValueError: an answer is not in its passage; the message names file and line.
    """
    stories = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            record = json.loads(line)
            passages = tuple(Passage(**passage) for passage in record["passages"])
            try:
                questions = tuple(_question(question, passages) for question in record["questions"])
            except ValueError as error:
                raise ValueError(f"{path.name}, line {number}: {error}") from error
            stories.append(Story(passages, questions))
    return stories


def _question(record: dict, passages: Sequence[Passage]) -> Question:
    if record.get("passage") is None:
        return Question(record["lang"], record["question"], closest=record.get("closest"))
    text, answer = passages[record["passage"]].text, record["answer"]
    near = record.get("near", answer)
    if near not in text or answer not in near:
        raise ValueError(f"{answer!r} is not in passage {record['passage']}")
    start = text.index(near) + near.index(answer)
    return Question(record["lang"], record["question"], record["passage"], start, start + len(answer))


def split(stories: Sequence[Story]) -> tuple[list[Story], list[Story]]:
    """Stories to train on, and stories held out."""
    parts: tuple[list[Story], list[Story]] = ([], [])
    for number, story in enumerate(stories):
        parts[number % HELD_OUT == HELD_OUT - 1].append(story)
    return parts


def groups(stories: Sequence[Story], tokenizer: Tokenizer, seed: int) -> list[list[Window]]:
    """For every question the windows of up to :data:`GROUP` passages of its story, in random order; where one only
    seems to answer, of that one, mostly."""
    rng = random.Random(seed)
    found: list[list[Window]] = []
    for story in stories:
        encodings = tokenizer.encode_batch([passage.text for passage in story.passages], add_special_tokens=False)
        titles = [tokenizer.encode(passage.title, add_special_tokens=False).ids for passage in story.passages]
        for asked in story.questions:
            ids = tokenizer.encode(asked.text, add_special_tokens=False).ids[:LONGEST_QUESTION]
            best = asked.closest if asked.passage is None else asked.passage
            others = [i for i in range(len(story.passages)) if i != best]
            most = GROUP - (best is not None) if asked.closest is None else int(rng.random() < BESIDE)
            windows = []
            for i in ([] if best is None else [best]) + rng.sample(others, min(len(others), most)):
                span = None
                if i == asked.passage:
                    offsets = encodings[i].offsets
                    inside = [t for t, (a, b) in enumerate(offsets) if a < asked.end and b > asked.start]
                    span = (inside[0], inside[-1])
                title = titles[i] if rng.random() < TITLED else []
                made = window(ids, title, encodings[i].ids, span, rng)
                windows.append(replace(made, group=len(found)))
            found.append(windows)
    rng.shuffle(found)
    return found
