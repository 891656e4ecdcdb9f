#!/usr/bin/env bash
# Validates real outputs with the field's own libraries, in a virtual environment below .build.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.build/venv
stamp=$venv/requirements.txt
if ! cmp -s Tests/requirements.txt "$stamp"; then
  echo "test-python: setting up $venv from Tests/requirements.txt"
  python3 -m venv "$venv"
  if ! "$venv/bin/pip" install -q --disable-pip-version-check -r Tests/requirements.txt >.build/pip.log 2>&1; then
    if [ -n "${CI:-}" ]; then
      tail -n 5 .build/pip.log >&2
      echo "test-python: pip cannot install the validators, and CI must not skip them" >&2
      exit 1
    fi
    echo "test-python: SKIPPED, the package index cannot be reached (see .build/pip.log)"
    exit 0
  fi
  cp Tests/requirements.txt "$stamp"
fi
mkdir -p .build/validation
python="$venv/bin/python"
"$python" Tests/python/validate.py Corpora/samples/respostas.jsonl
corpus=../shared/corpora/responses/capitu.jsonl.gz
if [ -e "$corpus" ]; then
  "$python" Tests/python/validate.py "$corpus" --sample 1500
else
  echo "test-python: SKIPPED $corpus, which is not here"
fi
"$python" Tests/python/bad_input.py
"$python" Tests/python/resume.py
