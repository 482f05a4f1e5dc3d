"""``python -m rag.answer.training.measure DEV_DIR``: the reader's figures, language by language.

``DEV_DIR`` holds ``NAME.lang.jsonl.gz`` files like the training data, and ``xquad.lang.json.gz`` (SQuAD's layout,
parallel over languages). None of it may be trained on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.answer.overlap import exact, f1
from rag.answer.reader import Reader
from rag.answer.training.answer_types import answer_type
from rag.answer.training.data import Example, prepare
from rag.index.bert import Base

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """``answers`` are all that count as right; none: unanswerable."""

    id: str
    lang: str
    text: str
    context: str
    answers: tuple[str, ...]


def area_under_curve(positive: Sequence[float], negative: Sequence[float]) -> float:
    """The chance that a passage that answers scores above one that does not."""
    ranked = sorted([(score, 1) for score in positive] + [(score, 0) for score in negative])
    below = wins = 0.0
    for _, label in ranked:
        wins += below * label
        below += 1 - label
    return wins / max(1, len(positive) * len(negative))


def load_dev(path: Path) -> list[Question]:
    lang = path.name.split(".")[1]
    with gzip.open(path, "rt", encoding="utf-8") as file:
        if path.name.endswith(".jsonl.gz"):
            return [
                Question(r["id"], lang, r["question"], r["context"], tuple(a["text"] for a in r["answers"]))
                for r in map(json.loads, file)
            ]
        return [
            Question(qa["id"], lang, qa["question"], paragraph["context"], tuple(a["text"] for a in qa["answers"]))
            for article in json.load(file)["data"]
            for paragraph in article["paragraphs"]
            for qa in paragraph["qas"]
        ]


def hardest(questions: Sequence[Question], tokenizer) -> list[str]:
    """For each question the most similar other passage that does not contain an answer."""
    examples = [
        Example(q.lang, "dev", q.text, q.context, *((q.context.find(q.answers[0]),) * 2 if q.answers else ()))
        for q in questions
    ]
    (passages,) = prepare(examples, tokenizer)
    result = []
    for question, near in zip(questions, passages.neighbours, strict=True):
        free = [i for i in near if not any(a.casefold() in passages.texts[i].casefold() for a in question.answers)]
        result.append(passages.texts[(free or near)[0]])
    return result


def alone(reader: Reader, questions: Sequence[Question]) -> dict[str, float]:
    """Each question with its own passage, and with the hardest other one."""
    golds, others, scores, exacts, decided, types = [], [], [], [], [], []
    for question, other in zip(questions, hardest(questions, reader.tokenizer), strict=True):
        own, far = reader.read(question.text, [question.context, other])
        decided.append((own.answerable >= 0.5) == bool(question.answers))
        others.append(far.answerable)
        if question.answers:
            guess = own.spans[0].text if own.spans else ""
            golds.append(own.answerable)
            scores.append(f1(guess, question.answers))
            exacts.append(exact(guess, question.answers))
            types.append(reader.question_type(question.text) == answer_type(question.answers[0], question.lang))
    figures: dict[str, Sequence[float]] = {
        "F1": scores,
        "EM": exacts,
        "answerable": [g >= 0.5 for g in golds],
        "refused": [o < 0.5 for o in others],
    }
    figures |= {"decision": decided, "type": types}
    means = {name: sum(values) / max(1, len(values)) for name, values in figures.items()}
    return means | {"AUC": area_under_curve(golds, others)}


def across(reader: Reader, parallel: dict[str, list[Question]], each: int) -> dict[str, dict[str, float]]:
    """Question in one language, passage in another: figures by the question's language, then by the passage's."""
    rng = random.Random(0)
    others = {lang: hardest(questions, reader.tokenizer) for lang, questions in parallel.items()}
    cells: dict[str, list[tuple[float, float, float]]] = {}
    for asked in parallel:
        for read in parallel:
            if asked == read:
                continue
            for number in rng.sample(range(len(parallel[read])), each):
                gold = parallel[read][number]
                own, far = reader.read(parallel[asked][number].text, [gold.context, others[read][number]])
                score = f1(own.spans[0].text if own.spans else "", gold.answers)
                for cell in (f"question {asked}", f"passage {read}", "all"):
                    cells.setdefault(cell, []).append((score, own.answerable, far.answerable))
    return {
        name: {
            "F1": sum(row[0] for row in rows) / len(rows),
            "answerable": sum(row[1] >= 0.5 for row in rows) / len(rows),
            "refused": sum(row[2] < 0.5 for row in rows) / len(rows),
            "AUC": area_under_curve([row[1] for row in rows], [row[2] for row in rows]),
        }
        for name, rows in sorted(cells.items())
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m rag.answer.training.measure", description="Measure the reader.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--model", type=Path, help="folder of the reader's weights (default: the shipped ones)")
    parser.add_argument("--limit", type=int, default=0, help="questions of a file (default: all)")
    parser.add_argument("--pairs", type=int, default=60, help="questions of a pair of languages")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    import torch

    torch.set_num_threads(given.threads)
    reader = Reader.load(Base.load(given.encoder), **({"model_dir": given.model} if given.model else {}))
    parallel: dict[str, list[Question]] = {}
    for path in sorted(given.data.glob("*.gz")):
        questions = load_dev(path)
        if path.name.startswith("xquad."):
            parallel[path.name.split(".")[1]] = questions
        if given.limit:
            questions = random.Random(0).sample(questions, min(given.limit, len(questions)))
        _show(path.name.rsplit(".", 2)[0], alone(reader, questions))
    for name, figures in across(reader, parallel, given.pairs).items() if given.pairs else ():
        _show(f"across: {name}", figures)
    return 0


def _show(name: str, figures: dict[str, float]) -> None:
    print(f"{name:22}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)


if __name__ == "__main__":
    sys.exit(main())
