"""Prints a random sample of the issues of a lint run with their context, for reading: sample_issues.py DATASET OUT.jsonl [CATEGORY] [N] [SEED]."""

import gzip
import json
import random
import sys


def main():
    dataset, records, category, count, seed = (sys.argv[1:] + ["fluency/spelling", "100", "1"][len(sys.argv) - 3 :])[:5]
    opener = gzip.open if dataset.endswith(".gz") else open
    with opener(dataset, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    found = []
    with open(records, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            text = rows[record["record"]]["messages"][int(record["path"].split("[")[1].split("]")[0])]["content"]
            found += [(text, a) for a in record["annotations"] if a["category"] == category]
    random.seed(int(seed))
    sample = random.sample(found, min(int(count), len(found)))
    print(f"{len(found)} issues of category {category}; {len(sample)} of them, seed {seed}:")
    for number, (text, a) in enumerate(sample, 1):
        context = text[max(0, a["start"] - 45) : a["start"]] + "⟦" + a["text"] + "⟧" + text[a["end"] : a["end"] + 25]
        print(f"{number:3} {context.replace(chr(10), ' ')}  → {', '.join(a['suggestions'][:3])}  ({a['confidence']})")


if __name__ == "__main__":
    main()
