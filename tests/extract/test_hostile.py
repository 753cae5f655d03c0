"""Seeds that try to become more than text. Each file of hostile/ is one; none may yield anything but paragraphs."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.clean import clean
from site_gen.extract.compose import compose
from site_gen.extract.decode import decode
from site_gen.extract.escape_markdown import as_markdown
from site_gen.extract.paragraphs import join_lines
from site_gen.extract.text import Line
from site_gen.model.seed import Article
from tests.extract.rendered import rendered

SEEDS = sorted((Path(__file__).parent / "hostile").glob("*.seed"))


def lines_of(data: bytes) -> tuple[Line, ...]:
    return tuple(Line(number, text) for number, text in enumerate(clean(decode(data).text).split("\n"), 1))


def test_there_are_enough() -> None:
    assert len(SEEDS) >= 60


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_it_becomes_plain_paragraphs_with_the_same_words(seed: Path) -> None:
    began = time.process_time()
    lines = lines_of(seed.read_bytes())
    kept, cuts = cut_boilerplate(lines, frozenset())
    assert sorted([(line.number, line.text) for line in kept] + [(cut.line, cut.text) for cut in cuts]) == [
        (line.number, line.text) for line in lines
    ]
    paragraphs = [paragraph.text for paragraph in join_lines(kept)]
    body = "\n\n".join(map(as_markdown, paragraphs))
    assert time.process_time() - began < 2
    elements, shown = rendered(body)
    assert elements <= {"p"}
    assert shown == paragraphs


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_its_front_matter_holds_only_strings(seed: Path) -> None:
    text = " ".join(clean(decode(seed.read_bytes()).text).split("\n"))[:300]
    article = Article(
        seed=f"seeds/{text}",
        title=text,
        summary=text,
        date=datetime(2024, 1, 5, tzinfo=UTC),
        date_source="name",
        slug="a",
        body="Body.",
        authors=(text, text),
    )
    front = yaml.safe_load(compose(article).split("\n---\n")[0])
    assert (front["title"], front["authors"], front["seed"]) == (text, [text, text], f"seeds/{text}")
