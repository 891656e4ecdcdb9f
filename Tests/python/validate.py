"""Lints a dataset and validates what comes out: the records against the schema and the input, the tasks with Label Studio's own SDK."""

import argparse
import gzip
import json
import pathlib
import subprocess
import sys

import jsonschema
from label_studio_sdk.label_interface import LabelInterface

ROOT = pathlib.Path(__file__).resolve().parents[2]
CRIVO = ROOT / ".build/release/crivo"
OUT = ROOT / ".build/validation"


def assistant_texts(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for record, line in enumerate(line for line in lines if line.strip()):
            for index, message in enumerate(json.loads(line)["messages"]):
                if message["role"] == "assistant":
                    yield record, f"messages[{index}].content", message["content"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("dataset")
    parser.add_argument("--sample", type=int, help="validate only so many Label Studio tasks")
    arguments = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    records_path, tasks_path = OUT / "out.jsonl", OUT / "tasks.json"
    run = subprocess.run(
        [CRIVO, "lint", arguments.dataset, "-o", records_path, "--export", f"label-studio={tasks_path}"], capture_output=True, text=True
    )
    assert run.returncode in (0, 1), run.stderr

    schema = json.loads((ROOT / "docs/schema/crivo-1.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    records = [json.loads(line) for line in records_path.read_text(encoding="utf-8").splitlines()]
    texts = list(assistant_texts(arguments.dataset))
    assert len(records) == len(texts), f"{len(records)} records for {len(texts)} texts"
    annotations = 0
    for record, (number, path, text) in zip(records, texts):
        validator.validate(record)
        assert (record["record"], record["path"]) == (number, path), (record["record"], record["path"], number, path)
        spans = [(a["start"], a["end"], a["rule"]) for a in record["annotations"]]
        assert spans == sorted(spans), spans
        weights = {"info": 0, "minor": 1, "major": 5, "critical": 25}
        assert record["score"]["penalty"] == sum(weights[a["severity"]] for a in record["annotations"])
        for a in record["annotations"]:
            annotations += 1
            assert text[a["start"] : a["end"]] == a["text"], (number, a)
            units = [len(text[:edge].encode("utf-16-le")) // 2 for edge in (a["start"], a["end"])]
            assert units == a["utf16"], (number, a)
            assert a["text"] not in a["suggestions"], (number, a)
    print(f"validate: {len(records)} records of {arguments.dataset} are valid, {annotations} annotations are where they say")

    interface = LabelInterface((OUT / "tasks.json.config.xml").read_text())
    tasks = json.loads(tasks_path.read_text(encoding="utf-8"))
    assert len(tasks) == len(texts)
    checked = [task for task in tasks if len(task["predictions"][0]["result"]) > 1][: arguments.sample] or tasks[:10]
    for task in checked:
        for prediction in task["predictions"]:
            errors = interface.validate_prediction(prediction, return_errors=True)
            assert not errors, errors
            for region in prediction["result"]:
                if region["type"] == "labels":
                    value = region["value"]
                    assert task["data"]["text"][value["start"] : value["end"]] == value["text"], region
    print(f"validate: Label Studio's SDK accepts {len(checked)} tasks with annotations")


if __name__ == "__main__":
    sys.exit(main())
