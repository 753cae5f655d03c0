"""Score the check of claims on labelled pairs, by kind of fault and of rewording.

The claims are in bench/claim_pairs; the texts that they are about are other people's and are read from the folder of
the evaluation sets, by their ids. "dev" and "held" were read for the rules that there are; "blind" was written by
somebody who saw no rule, and has been counted only, so `--show`, which lists what was judged wrongly, does not take it.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from site_gen.extract.claims import check

_PAIRS = Path(__file__).resolve().parent / "claim_pairs"
_LENGTHS = {"leads.jsonl": None, "reuters_defence.jsonl": 900}
"""The files with the sources, and how many characters of a text the pairs were written for."""
_BLIND = dict.fromkeys(("leads.jsonl", "reuters_defence.jsonl", "re3d.jsonl", "dvids.jsonl", "blog_18f.jsonl"))
"""The same of the blind pairs, which are about whole texts."""


def main() -> None:
    """The whole command."""
    options = _options().parse_args()
    if options.show and options.set == "blind":
        sys.exit("These pairs are for figures only. Use --set dev to see pairs.")
    sources = _sources(options.evaluation, _BLIND if options.set == "blind" else _LENGTHS)
    pairs = [json.loads(line) for line in (_PAIRS / f"{options.set}.jsonl").read_text("utf-8").splitlines()]
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
    parser.add_argument("evaluation", type=Path, help="folder with the evaluation sets")
    parser.add_argument("--set", choices=("dev", "held", "blind"), default="blind", help="which pairs (blind)")
    parser.add_argument("--show", action="store_true", help="list what was judged wrongly")
    return parser


def _sources(folder: Path, lengths: Mapping[str, int | None]) -> dict[str, str]:
    """The texts by id."""
    found: dict[str, str] = {}
    for name, length in lengths.items():
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
