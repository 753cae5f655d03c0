"""Score the check of claims on labelled pairs, by kind of fault and of rewording.

The claims are in bench/claim_pairs; the texts that they are about are other people's and are read from the folder of
the evaluation sets, by their ids. `--show` lists what was judged wrongly, of the development set only.
"""

import argparse
import json
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

from site_gen.extract.claims import check

_PAIRS = Path(__file__).resolve().parent / "claim_pairs"
_LENGTHS = {"leads.jsonl": None, "reuters_defence.jsonl": 900}
"""The files with the sources, and how many characters of a text the pairs were written for."""


def main() -> None:
    """The whole command."""
    options = _options().parse_args()
    if options.show and options.set in ("held", "unread"):
        sys.exit("These pairs are for figures only. Use --set dev to see pairs.")
    sources = _sources(options.evaluation)
    pairs = _pairs(options.set)
    missing = sorted({pair["source_id"] for pair in pairs} - sources.keys())
    if missing:
        sys.exit(f"The folder {options.evaluation} has no text '{missing[0]}'.")
    start = time.perf_counter()
    judged = [(pair, check(pair["claim"], sources[pair["source_id"]], pair["field"])) for pair in pairs]
    for truth, title in ((False, "false claims refused"), (True, "true rewordings refused")):
        _print_table(title, [(pair, bool(reasons)) for pair, reasons in judged if pair["true"] is truth])
    print(f"{(time.perf_counter() - start) / len(pairs) * 1e3:.0f} ms a claim")
    if options.show:
        for pair, reasons in judged:
            if bool(reasons) is pair["true"]:
                print(f"{pair['id']} {pair['kind']}: {pair['claim']} | {'; '.join(map(str, reasons)) or 'let through'}")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("evaluation", type=Path, help="folder with leads.jsonl and reuters_defence.jsonl")
    parser.add_argument("--set", choices=("dev", "held", "all", "unread"), default="all", help="which pairs (all)")
    parser.add_argument("--show", action="store_true", help="list what was judged wrongly")
    return parser


def _pairs(which: str) -> list[dict[str, Any]]:
    """The pairs of a set; "unread": of the third of all articles that nobody read for the rules of decision 61."""
    names = (which,) if which in ("dev", "held") else ("dev", "held")
    pairs = [json.loads(line) for name in names for line in (_PAIRS / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [pair for pair in pairs if which != "unread" or sha256(pair["source_id"].encode()).digest()[0] % 3 == 0]


def _sources(folder: Path) -> dict[str, str]:
    """The texts by id."""
    found: dict[str, str] = {}
    for name, length in _LENGTHS.items():
        for line in (folder / name).read_text("utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = row["text"][:length]
    return found


def _print_table(title: str, judged: list[tuple[dict[str, Any], bool]]) -> None:
    total = Counter(pair["kind"] for pair, _ in judged)
    refused = Counter(pair["kind"] for pair, hit in judged if hit)
    print(f"{title}: {refused.total()} of {total.total()}, {100 * refused.total() / total.total():.1f} %")
    for kind in sorted(total):
        print(f"  {kind:18} {refused[kind]:4} of {total[kind]:<4} {100 * refused[kind] / total[kind]:6.1f} %")
