"""``python -m rag.answer.training DATA_DIR [--out DIR]``: train the reader and write its weights."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m rag.answer.training", description="Train the reader.")
    parser.add_argument("data", type=Path, help="folder of *.jsonl.gz question-answering files")
    parser.add_argument("--out", type=Path, default=Path("build/reader"), help="checkpoints and weights go here")
    parser.add_argument("--encoder", type=Path, help="folder of the encoder (default: the embedded model)")
    parser.add_argument(
        "--dictionaries",
        type=Path,
        default=Path("/usr/share/dictd"),
        help="FreeDict's English-X dictionaries (Debian: dict-freedict-eng-*), for questions in another language",
    )
    parser.add_argument("--steps", type=int, default=5000, help="over the files, before the stories")
    parser.add_argument("--start", type=Path, help="folder of an earlier reader's weights to begin with")
    parser.add_argument("--epoch", type=int, default=0, help="number of the first epoch over the files (with --start)")
    parser.add_argument("--stories", type=float, default=1.0, help="share of the stories' questions to go over")
    parser.add_argument("--replay", type=float, default=0.3, help="share of batches of the files among the stories'")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--export-only", action="store_true", help="write the weights of the last checkpoint as it is")
    given = parser.parse_args(arguments)

    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(message)s")
    from tokenizers import Tokenizer

    from rag.answer.training import data, export, gloss, stories, train, variants
    from rag.index import embedded

    given.out.mkdir(parents=True, exist_ok=True)
    encoder = given.encoder or embedded.install(given.out)
    examples, calibration = data.held_out(data.load(given.data))
    told, told_for_calibration = stories.split(stories.load())
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    if given.export_only:
        network = train.restored(encoder, given.out)
    else:
        dictionaries = gloss.load(given.dictionaries)
        logging.info("dictionaries: %s", ", ".join(dictionaries) or f"none in {given.dictionaries}")
        more = variants.more(examples, dictionaries, data.REDATED)
        sources = data.prepare([*examples, *more], tokenizer, dictionaries)
        plan = train.Plan(given.steps, given.stories, given.replay, given.epoch)
        network = train.train(sources, told, tokenizer, encoder, given.out, plan, given.threads, given.start)
    typed = [*examples, *(example for story in told for example in story.examples)]
    export.export(
        network, tokenizer, typed, calibration, told_for_calibration, given.out / "weights", embedded.HUB_NAME
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
