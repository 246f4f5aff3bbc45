"""Runs the temporal expressions over a TimeML corpus: what was found, or how well.

    python -m tests.eval.timex CORPUS.json.gz [--half dev|check] > FOUND.json
    python -m tests.eval.timex CORPUS.json.gz [--half dev|check] --score
    python -m tests.eval.timex CORPUS.json.gz --half dev --errors

A corpus is a list of {id, dct, text, timex: [{start, end, type, value}]}. The halves are told apart by a digest of the id:
rules are made on "dev" alone, "check" shows whether they hold elsewhere.
"""

import argparse
import gzip
import hashlib
import json
import sys
from typing import Any

from generator.text.timex import find

Document = dict[str, Any]
Found = dict[str, Any]


def half_of(identifier: str) -> str:
    """The half that a document belongs to."""
    return "dev" if hashlib.sha256(identifier.encode()).digest()[0] % 2 == 0 else "check"


def found_in(document: Document) -> list[Found]:
    """The expressions that are found in a document, as the scorer reads them."""
    return [
        {"start": timex.span.start, "end": timex.span.end, "value": timex.value, "type": timex.type}
        for timex in find(document["text"], document["dct"])
    ]


def paired(found: list[Found], gold: list[Found]) -> list[tuple[Found, Found]]:
    """Each found expression with the first free gold one that it overlaps."""
    pairs, free = [], list(gold)
    for one in found:
        match = next((two for two in free if one["start"] < two["end"] and two["start"] < one["end"]), None)
        if match is not None:
            free.remove(match)
            pairs.append((one, match))
    return pairs


def score(documents: list[Document]) -> dict[str, float]:
    """Counts, and F1 in percent for the same span (strict), an overlap (relaxed) and an overlap with the same value."""
    found = golds = strict = relaxed = value = 0
    for document in documents:
        one = found_in(document)
        pairs = paired(one, document["timex"])
        found, golds, relaxed = found + len(one), golds + len(document["timex"]), relaxed + len(pairs)
        strict += sum((a["start"], a["end"]) == (b["start"], b["end"]) for a, b in pairs)
        value += sum(a["value"] == b["value"] for a, b in pairs)
    total = max(found + golds, 1)
    f1 = {name: round(200 * hits / total, 1) for name, hits in (("strict", strict), ("relaxed", relaxed), ("value", value))}
    return {"found": found, "gold": golds, **f1}


def errors(document: Document) -> list[str]:
    """One line for every expression missed, made up, cut differently or given another value."""
    found, gold, text = found_in(document), document["timex"], document["text"]
    pairs = paired(found, gold)
    lines = [
        (g["start"], f"MISS  {g['value']:16} {g['type'][:4]} {_around(text, g)}")
        for g in gold
        if all(g is not b for _, b in pairs)
    ]
    lines += [
        (f["start"], f"EXTRA {f['value']:16} {f['type'][:4]} {_around(text, f)}")
        for f in found
        if all(f is not a for a, _ in pairs)
    ]
    for a, b in pairs:
        if (a["start"], a["end"]) != (b["start"], b["end"]):
            lines.append((a["start"], f"SPAN  {text[b['start'] : b['end']]!r} is gold for {_around(text, a)}"))
        if a["value"] != b["value"]:
            lines.append((a["start"], f"VALUE {a['value']} is {b['value']} {b['type'][:4]} {_around(text, a)}"))
    return [line for _, line in sorted(lines)]


def _around(text: str, one: Found) -> str:
    start, end = one["start"], one["end"]
    return f"{text[max(0, start - 60) : start]}[[{text[start:end]}]]{text[end : end + 40]}".replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--half", choices=("dev", "check"))
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    with gzip.open(options.corpus, "rt", encoding="utf-8") as corpus:
        documents = [one for one in json.load(corpus) if options.half in (None, half_of(one["id"]))]
    if options.score:
        print(json.dumps(score(documents)))
    elif options.errors:
        for document in documents:
            print(f"== {document['id']} {document['dct']}", *errors(document), sep="\n")
    else:
        json.dump({document["id"]: found_in(document) for document in documents}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
