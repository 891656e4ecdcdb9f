"""Kills a run at random moments and resumes it: the outputs must be the bytes of a run that nobody disturbed."""

import pathlib
import random
import signal
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CRIVO = ROOT / ".build/release/crivo"
OUT = ROOT / ".build/validation/resume"
SECONDS = 30


def command(output):
    return [CRIVO, "lint", OUT / "input.jsonl", "-o", output, "--rejects", f"{output}.rejects", "--export", f"label-studio={output}.tasks"]


def contents(output):
    return {suffix: pathlib.Path(f"{output}{suffix}").read_bytes() for suffix in ("", ".rejects", ".tasks", ".tasks.config.xml")}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    sample = (ROOT / "Corpora/samples/respostas.jsonl").read_text(encoding="utf-8")
    with open(OUT / "input.jsonl", "w", encoding="utf-8") as file:
        for index in range(600):
            file.write(sample)
            file.write('{"broken": \n' if index % 7 == 0 else "")
    whole = OUT / "whole.jsonl"
    started = time.monotonic()
    subprocess.run(command(whole), capture_output=True, check=False)
    duration = time.monotonic() - started
    random.seed(20260101)
    kills = 0
    deadline = time.monotonic() + SECONDS
    for attempt in range(12):
        if time.monotonic() > deadline:
            break
        output = OUT / "killed.jsonl"
        for path in OUT.glob("killed.jsonl*"):
            path.unlink()
        process = subprocess.Popen(command(output), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(4):
            time.sleep(random.uniform(0.01, duration * 0.6))
            if process.poll() is not None:
                break
            process.send_signal(signal.SIGKILL)
            process.wait()
            kills += 1
            process = subprocess.Popen([*command(output), "--resume"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        assert process.wait() in (0, 1), process.returncode
        for suffix, data in contents(whole).items():
            assert contents(output)[suffix] == data, f"{suffix or 'records'} differ after {kills} kills"
        manifests = [pathlib.Path(f"{path}.manifest.json").read_text().replace(path.name, "OUT") for path in (whole, output)]
        assert manifests[0] == manifests[1], "the manifests differ"
        assert not pathlib.Path(f"{output}.progress").exists()
    assert kills >= 3, f"only {kills} kills landed: the input is too small for this machine"
    print(f"resume: outputs and manifest are the same bytes after {kills} kills")


if __name__ == "__main__":
    sys.exit(main())
