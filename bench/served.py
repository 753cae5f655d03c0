#!/usr/bin/env python3
"""Edit a post again and again in one living process, as the preview server would build: served.py SITE COUNT

Prints as JSON the post, its page, and for each edit the milliseconds from the file saved to its page written, and to
the end of the build. Runs in the Python that holds site_gen, and knows nothing of the bench.
"""

import gc
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from site_gen.build import BuildOptions, Built, build
from site_gen.stages.past import Past


def main(site: Path, count: int) -> None:
    built = _build(site, None, None)
    gc.collect()
    gc.freeze()  # as a server does: what lives as long as it does is not searched for garbage
    post = sorted((site / "content" / "posts").glob("*.md"))[0]
    page, took = "", []
    for number in range(count + 1):
        text = post.read_text(encoding="utf-8")
        time.sleep(0.05)
        _save(post, f"{text}\nAn edit while the server runs, number {number}.\n")
        saved = time.time_ns()
        built = _build(site, built.past, frozenset({f"content/posts/{post.name}"}))
        ended = time.time_ns()
        page = _page_of(built, f"content/posts/{post.name}")
        written = (Path(built.output) / page).stat().st_ctime_ns
        took.append(((written - saved) / 1e6, (ended - saved) / 1e6))
        assert f"number {number}." in (Path(built.output) / page).read_text(encoding="utf-8")
    pages, ends = zip(*took[1:], strict=True)  # the first edit pays for what is imported late
    print(json.dumps({"post": str(post), "page": page, "to_page": pages, "to_end": ends}))


def _build(site: Path, known: Past | None, touched: frozenset[str] | None) -> Built:
    return build(site, BuildOptions(as_of=datetime.now(UTC)), known=known, touched=touched)


def _save(post: Path, text: str) -> None:
    """As editors save: a new file takes the place of the old."""
    fresh = post.parent.parent / "being-saved"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(post)


def _page_of(built: Built, source: str) -> str:
    return next(change.page.path for change in built.changes if change.page.source == source)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
