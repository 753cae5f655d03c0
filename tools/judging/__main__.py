"""Run the judges over a built site: `tools/judge SITE`. Exit: 0 no fault, 1 faults, 2 a judge did not run."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tools.judging import feeds, programs, seen, sitemaps
from tools.judging.built import BuiltSite
from tools.judging.canary import write_canary
from tools.judging.findings import Finding, NotRun
from tools.judging.served import served

OUTPUT = Path(__file__).parent.parent.parent / "output"
Judge = Callable[[BuiltSite, str], Iterator[Finding]]
JUDGES: dict[str, Judge] = {
    "feeds": feeds.judge_feeds,
    "sitemaps": sitemaps.judge_sitemaps,
    "vnu": programs.judge_nu,
    "html-validate": programs.judge_html_validate,
    "links": programs.judge_links,
    "structured-data": programs.judge_structured,
    "browser": seen.judge_browser,
    "weight": seen.judge_weight,
}


def judged(judge: Judge, site: BuiltSite) -> list[Finding]:
    """What one judge finds; a judge that breaks has not run."""
    try:
        with served(site.folder, site.below, public=site.base) as address:
            return sorted(set(judge(site, address)))
    except NotRun:
        raise
    except Exception as error:
        raise NotRun(f"{type(error).__name__}: {str(error)[:300]}") from error


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/judge", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=OUTPUT, help="the built site; default: ours in output/")
    parser.add_argument("--lighthouse", type=int, default=0, metavar="RUNS", help="Lighthouse too, the median of RUNS")
    parser.add_argument("--only", nargs="+", choices=[*JUDGES, "lighthouse"], help="these judges alone")
    parser.add_argument(
        "--canary", action="store_true", help="first see that each judge finds faults where there are some"
    )
    parser.add_argument("--most", type=int, default=12, help="findings shown of each judge (0: all)")
    return parser.parse_args()


def deaf(judges: dict[str, Judge]) -> list[str]:
    """Judges that find no fault on a site full of them."""
    with tempfile.TemporaryDirectory() as folder:
        write_canary(Path(folder))
        site = BuiltSite(Path(folder))
        return [name for name, judge in judges.items() if not judged(judge, site)]


def main() -> int:
    """Judge, tell, and say by the exit code how it went."""
    asked = _arguments()
    if not (asked.site / "index.html").is_file():
        print(f"{asked.site}: there is no index.html. Build the site first.", file=sys.stderr)
        return 2
    programs.install()
    site = BuiltSite(asked.site.resolve())
    judges = dict(JUDGES)
    if asked.lighthouse or "lighthouse" in (asked.only or ()):
        judges["lighthouse"] = partial(programs.judge_lighthouse, runs=asked.lighthouse or 3)
    judges = {name: judges[name] for name in asked.only or judges}
    if asked.canary and (silent := deaf(judges)):
        print(f"These judges find nothing on a site full of faults: {', '.join(silent)}.")
        return 2
    faults, failed = 0, []
    for name in judges:
        start = time.monotonic()
        try:
            found = judged(judges[name], site)
        except NotRun as error:
            failed.append(name)
            print(f"{name}: NOT RUN: {error}")
            continue
        faults += len(found)
        print(
            f"{name}: {len(found)} faults on {len({one.file for one in found})} files, {time.monotonic() - start:.0f} s"
        )
        for one in found[: asked.most or None]:
            print(f"  {one}")
        if len(found) > len(found[: asked.most or None]):
            kinds = Counter(one.judge for one in found)
            print(f"  ... ({', '.join(f'{kind} {count}' for kind, count in kinds.items())}; --most 0 shows all)")
    if failed:
        print(f"Not run: {', '.join(failed)}.")
    return 2 if failed else int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
