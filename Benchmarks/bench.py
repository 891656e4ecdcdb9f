"""Speed and memory of Crivo beside its peers in one run: bench.py DATASET [--soak].

Words are the word tokens that Crivo's manifest counts; the same number divides every peer's time over the same text.
"""

import argparse
import gzip
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
CRIVO, DEV = ROOT / ".build/release/crivo", ROOT / ".build/release/crivo-dev"
OUT = ROOT / ".build/bench"


def lint(dataset, jobs):
    """Seconds of wall time, peak memory in MB, words."""
    out = OUT / "out.jsonl"
    started = time.monotonic()
    process = subprocess.Popen([CRIVO, "lint", dataset, "-o", out, "--jobs", str(jobs)], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1)
    return time.monotonic() - started, usage.ru_maxrss / 1024, json.loads((OUT / "out.jsonl.manifest.json").read_text())["counts"]["words"]


def assistant_texts(dataset):
    opener = gzip.open if dataset.endswith(".gz") else open
    with opener(dataset, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from (m["content"] for m in json.loads(line)["messages"] if m["role"] == "assistant")


def repeated(dataset, times):
    target = OUT / f"repeated-{times}.jsonl"
    opener = gzip.open if dataset.endswith(".gz") else open
    with opener(dataset, "rb") as source:
        data = source.read()
    with open(target, "wb") as file:
        for _ in range(times):
            file.write(data)
    return target


def row(name, figure, target=""):
    print(f"{name:58} {figure:>16}   {target}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dataset")
    parser.add_argument("--soak", action="store_true", help="only memory, on the dataset twenty times over")
    arguments = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    dataset = arguments.dataset
    big = repeated(dataset, 20)
    seconds, memory, words = lint(big, 2)
    row("dataset twenty times over: peak memory", f"{memory:.0f} MB", "≤ 200 MB")
    row("dataset twenty times over: words/s, two workers", f"{words / seconds:,.0f}")
    big.unlink()
    if arguments.soak:
        return
    if not dataset.endswith(".gz"):
        dataset = str(repeated(dataset, 400))
    one, two = [], []
    lint(dataset, 2)
    for _ in range(7):
        one.append(lint(dataset, 1))
        two.append(lint(dataset, 2))
    words = one[0][2]
    single, double = (statistics.median(run[0] for run in runs) for runs in (one, two))
    text = OUT / "text.txt"
    text.write_text("\n".join(assistant_texts(dataset)), encoding="utf-8")
    whitespace_words = len(text.read_text(encoding="utf-8").split())
    # hunspell is slow: a slice of the text is enough, and it starts from the same dictionary every time.
    piece = OUT / "piece.txt"
    data = text.read_text(encoding="utf-8")
    piece.write_text(data[: min(len(data), 3_000_000)], encoding="utf-8")
    piece_words = words * len(piece.read_text(encoding="utf-8")) / len(data)
    times = []
    for _ in range(3):
        started = time.monotonic()
        subprocess.run(["hunspell", "-l", "-d", "pt_BR", "-i", "utf-8", piece], stdout=subprocess.DEVNULL, check=True)
        times.append(time.monotonic() - started)
    hunspell = piece_words / statistics.median(times)
    row(f"crivo lint, two workers, {words:,} words ({whitespace_words:,} by blanks)", f"{words / double:,.0f} words/s", "≥ 2 000 000")
    row("crivo lint, one worker", f"{words / single:,.0f} words/s")
    row("two workers over one", f"{single / double:.2f}", "≥ 1.9")
    row("peak memory, two workers", f"{max(run[1] for run in two):.0f} MB", "≤ 200 MB")
    row("hunspell -l -d pt_BR over the same text", f"{hunspell:,.0f} words/s")
    row("one worker over hunspell -l", f"{words / single / hunspell:.0f} ×", "≥ 25 ×")
    for kind, name in (("icu", "ICU's word iterator alone, one core"), ("segment", "Crivo's segmentation alone, one core")):
        figures = [subprocess.run([DEV, "bench", kind, text], capture_output=True, text=True, check=True).stdout for _ in range(3)]
        row(name, f"{statistics.median(int(f.split(',')[1].split()[0]) for f in figures):,.0f} words/s")
    response = OUT / "response.md"
    response.write_text(" ".join((ROOT / "Corpora/samples/resposta.md").read_text(encoding="utf-8").split(" ")[:200]), encoding="utf-8")
    times = []
    for _ in range(21):
        started = time.monotonic()
        subprocess.run([CRIVO, "check", response], stdout=subprocess.DEVNULL, check=False)
        times.append(time.monotonic() - started)
    row("crivo check of one response of 200 words, cold", f"{statistics.median(times) * 1000:.0f} ms", "≤ 60 ms")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 2_000_000


if __name__ == "__main__":
    sys.exit(main())
