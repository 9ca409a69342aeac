# For maintainers. Users need only ./rooted and ./rooted test.
python = .venv/bin/python
compile = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header

.PHONY: check bench messages lock audit all

all: check

.venv/bin/ruff:
	./rooted test --version

check: .venv/bin/ruff  ## style, types of what is typed, the suite
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	./rooted test

bench:  ## every figure beside bare Django's, in one run
	@for file in benchmarks/bench_*.py; do $(python) $$file || exit 1; done

messages:  ## collect the texts, then compile the translations
	$(python) scripts/messages.py

lock:  ## needs uv; newest versions that pyproject.toml allows, with hashes
	$(compile) --upgrade -o requirements.txt
	$(compile) --upgrade --extra postgres -c requirements.txt -o requirements-postgres.txt
	$(compile) --upgrade --extra postgres --extra dev -c requirements-postgres.txt -o requirements-dev.txt
	@! grep -n '://' requirements*.txt || (echo 'a lock file names a host' && exit 1)

audit:  ## known holes; without a network this fails, as it must
	$(python) scripts/audit.py --must-answer
