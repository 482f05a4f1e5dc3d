# Rujukan: `make ask` answers a question, `make test` checks everything. Both set up what they need, once.

PYTHON ?= python3
Q ?= When did Putin last visit Pyongyang?
export Q

BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: ask chat index test lint eval bench clean
.DELETE_ON_ERROR:

ask: index  ## Index corpus/ and answer Q: make ask Q="…"
	@$(BIN)/python -m rag ask "$$Q"

chat: .venv/installed  ## Index what is new in corpus/, and open the chat in the browser even where that fails
	@$(BIN)/python -m rag index || echo "The chat opens all the same; articles can be added and indexed there." >&2
	$(BIN)/python -m streamlit run app.py

index: .venv/installed  ## Index what is new in corpus/
	@$(BIN)/python -m rag index

test: lint .venv/browser  ## Everything that must hold
	$(BIN)/python -m pytest

lint: .venv/installed-dev  ## Format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

SYSTEMS := $(addprefix --system ,as-is rank-fusion rujukan reranked)

eval: .venv/installed-dev  ## Figures of retrieval, answers and time on corpus/; and on parallel data: make eval DATA="xquad.*.json.gz"
	$(BIN)/python -m rag evaluate retrieval tests/data/corpus_questions_*.jsonl --corpus corpus $(SYSTEMS) \
		--system no-language --system no-training --system no-sentences --system no-names --system no-words
	$(BIN)/python -m rag evaluate answers tests/data/corpus_questions_*.jsonl --corpus corpus --corrupt 100
	$(BIN)/python -m rag evaluate time
	@[ -z "$(DATA)" ] || $(BIN)/python -m rag evaluate retrieval $(DATA) --layout mixed $(SYSTEMS)
	@[ -z "$(DATA)" ] || $(BIN)/python -m rag evaluate retrieval $(DATA) --layout mono $(SYSTEMS)

bench: .venv/installed  ## How long things take beside baselines, at 50,000 passages
	$(BIN)/python -m rag evaluate speed tests/data/corpus_questions_*.jsonl --corpus corpus

clean:  ## Remove the environment and everything derived
	rm -rf .venv .rag

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Rujukan needs Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -qy python3-venv; }
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

.venv/browser: .venv/installed-dev
	@command -v chromium >/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -qy --no-install-recommends chromium; }
	@touch $@
