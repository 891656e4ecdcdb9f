"""Gives the program bad input of every kind: the exit code and the message must be right, and no row may be lost."""

import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
CRIVO = ROOT / ".build/release/crivo"
OUT = ROOT / ".build/validation/bad"
GOOD = '{"text": "Um texto bom e curto."}\n'


def run(*arguments, data=None, stdout=subprocess.PIPE):
    environment = dict(os.environ, LANG="C", SWIFT_BACKTRACE="enable=no")
    result = subprocess.run([CRIVO, *map(str, arguments)], input=data, stdout=stdout, stderr=subprocess.PIPE, env=environment, timeout=120)
    assert result.returncode >= 0, f"killed by signal {-result.returncode}: {arguments}: {result.stderr[-500:]}"
    return result.returncode, (result.stdout or b"").decode("utf-8", "replace"), result.stderr.decode("utf-8", "replace")


def write(name, data):
    path = OUT / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def expect(what, result, code, message="", records=None):
    returned, output, errors = result
    assert returned == code, f"{what}: exit {returned}, expected {code}; {errors}"
    assert re.search(message, errors), f"{what}: no “{message}” in: {errors}"
    if records is not None:
        lines = [json.loads(line) for line in output.splitlines()]
        assert len(lines) == records, f"{what}: {len(lines)} records, expected {records}"
        return lines
    return None


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    cases = 0

    def case(*arguments, **options):
        nonlocal cases
        cases += 1
        return expect(*arguments, **options)

    case("empty file", run("check", write("empty.md", "")), 0, records=None)
    case("empty dataset", run("lint", write("empty.jsonl", "")), 0, "0 rows", records=0)
    case("empty text", run("lint", write("emptytext.jsonl", '{"text": ""}\n')), 0, "1 rows, 1 texts", records=1)
    long = "uma palavra boa e outra palavra boa " * (50 * 1024 * 1024 // 36)
    case("50 MB line", run("lint", write("long.txt", long)), 0, "1 rows", records=1)
    case("50 MB of marks", run("lint", write("marks.txt", "*_`[<" * 2_000_000)), 0, "1 rows")
    lines = case("ill-formed UTF-8", run("lint", write("utf8.jsonl", b'{"text": "Um n\xe3o aqui."}\n')), 1, "1 rows, 1 texts", records=1)
    assert any(a["rule"] == "common/encoding/replacement-character" and a["start"] == 4 for a in lines[0]["annotations"]), lines
    lines = case("NUL", run("lint", write("nul.jsonl", '{"text": "Um \\u0000 aqui."}\n')), 1, records=1)
    assert lines[0]["annotations"][0]["text"] == "\0", lines
    lines = case("lone surrogate", run("lint", write("surrogate.jsonl", '{"text": "Oi \\ud83d tudo bem."}\n')), 1, records=1)
    assert lines[0]["annotations"][0]["start"] == 3, lines
    case("unknown field", run("lint", write("good.jsonl", GOOD), "--text", "texto"), 0, r"no field “texto”; the row has: text; did you mean “text”", records=0)
    case("wrong type", run("lint", write("type.jsonl", '{"text": 5}\n' + GOOD)), 0, r"type\.jsonl:1: byte 0: the field “text” is not text", records=1)
    case("broken JSON", run("lint", write("broken.jsonl", GOOD + '{"text": \n' + GOOD)), 0, r"broken\.jsonl:2: byte \d+: invalid JSON", records=2)
    packed = gzip.compress((GOOD * 2000).encode())
    case("truncated gzip", run("lint", write("cut.jsonl.gz", packed[:-40])), 2, r"cut\.jsonl\.gz: damaged compressed data at byte \d+")
    case("damaged gzip", run("lint", write("damaged.jsonl.gz", packed[:30] + b"\xff\xff\xff" + packed[33:])), 2, "damaged compressed data")
    case("directory", run("lint", OUT), 2, "is a directory")
    case("directory to check", run("check", OUT), 2, "is a directory")
    case("missing file", run("lint", OUT / "none.jsonl"), 2, "none.jsonl: cannot be read")
    if os.geteuid() != 0:
        secret = write("secret.jsonl", GOOD)
        secret.chmod(0)
        case("unreadable file", run("lint", secret), 2, "cannot be read")
    case("full disk", run("lint", OUT / "good.jsonl", "-o", "/dev/full"), 2, "cannot be written|No space")
    with open("/dev/full", "w") as full:
        case("full disk on standard output", run("check", "-f", "json", write("t.md", "Um texto."), stdout=full), 2, "No space")
    case("selector", run("lint", OUT / "good.jsonl", "--text", "a[b"), 2, r"column 2")
    case("unknown option", run("lint", OUT / "good.jsonl", "--jbos", "2"), 2, "did you mean “--jobs”")
    case("unknown command", run("chek"), 2, "did you mean “check”")
    case("unknown rule", run("check", "--ignore", "common/encodng"), 2, "no rule or family")
    config = write("crivo.yml", "words: [foo]\nsevrity:\n  pt/spelling: minor\n")
    case("configuration", run("check", "--config", config, OUT / "t.md"), 2, r"crivo\.yml:2:1: unknown key “sevrity”; did you mean “severity”\?\n    sevrity:\n    \^")
    csv = write("ragged.csv", "id,text\n1,um texto\n2\n3,outro\n")
    case("ragged CSV", run("lint", csv), 0, r"ragged\.csv:3: byte 19: the row has 1 columns, the header 2", records=2)

    quiet = subprocess.Popen([CRIVO, "lint", OUT / "long.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    quiet.stdout.close()
    errors = quiet.stderr.read().decode()
    assert quiet.wait() in (0, 1) and "rror" not in errors, (quiet.returncode, errors)

    # A lexicon that is cut or damaged is noticed and built again.
    fresh = (ROOT / ".build/crivo.lexicon").read_bytes()
    for name, data in (("cut", fresh[: len(fresh) // 2]), ("flipped", fresh[:100_000] + b"\x5a\xa5" + fresh[100_002:])):
        path = write(f"{name}.lexicon", data)
        result = subprocess.run(
            [ROOT / ".build/release/crivo-dev", "lexicon", "check"], env=dict(os.environ, CRIVO_LEXICON=str(path)), capture_output=True, text=True
        )
        assert result.returncode == 2 and "invalid compiled lexicon" in result.stderr, (name, result)
        cases += 1
    print(f"bad input: {cases + 1} cases behave")


if __name__ == "__main__":
    sys.exit(main())
