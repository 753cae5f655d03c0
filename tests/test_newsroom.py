"""The newsroom's site holds what pages find difficult, is the same each time, and builds in each theme."""

import re
from pathlib import Path

import pytest

from site_gen.build import BuildOptions, build
from tests.newsroom.site import write_newsroom
from tests.newsroom.texts import NEWEST, post


def test_it_holds_each_difficulty() -> None:
    posts = [post(number, ()) for number in range(400)]
    headlines = [text.split("\n")[1] for text in posts]
    held = {
        "a table": sum("| System |" in text for text in posts),
        "a note": sum("[^count]:" in text for text in posts),
        "code": sum("```json" in text for text in posts),
        "a thread": sum("\nthread: " in text for text in posts),
        "several authors": sum(bool(re.search(r"\nauthors: \[[^\]]+, ", text)) for text in posts),
        "opinion": sum('type: "opinion"' in text for text in posts),
        "a long headline": sum(len(headline) > 190 for headline in headlines),
        "another script": sum(
            bool(re.search("[\u0370-\uffff]{2}", headline.replace("’", ""))) for headline in headlines
        ),
        "no summary": sum("\nsummary: " not in text for text in posts),
        "a long paragraph": sum(any(len(part.split()) > 150 for part in text.split("\n\n")) for text in posts),
    }
    assert not [what for what, count in held.items() if count < 3], held
    corrected = [text for text in posts if "corrections: " in text]
    assert len(corrected) == 3
    assert len({text.split("corrections: ")[1].split("}")[0] for text in corrected}) == 1  # in one minute


@pytest.mark.parametrize("theme", ["broadsheet", "wire", "plain"])
def test_it_builds(theme: str, tmp_path: Path) -> None:
    roots = [write_newsroom(tmp_path / name, 24, theme=theme) for name in ("a", "b")]
    sources = [{path.relative_to(root): path.read_bytes() for path in root.rglob("*.md")} for root in roots]
    assert sources[0] == sources[1]
    settings = roots[0] / "site.yaml"
    settings.write_text(
        settings.read_text("utf-8").rstrip()[:-1] + ',\n "images": {"widths": [320], "formats": []}}\n', "utf-8"
    )
    build(roots[0], BuildOptions(as_of=NEWEST, jobs=1))
    assert (roots[0] / "output/index.html").is_file()
