"""The story of one seed: from its text to an article, each decision with its reason."""

from pathlib import PurePosixPath

from msgspec import Struct

from site_gen.ingesting.boilerplate import cut_boilerplate
from site_gen.ingesting.byline import Byline, split_byline
from site_gen.ingesting.clean import clean
from site_gen.ingesting.dateline import Dateline, split_dateline
from site_gen.ingesting.dates import choose_date
from site_gen.ingesting.headline import headline
from site_gen.ingesting.names import Gazetteer, Names, choose_tags, find_names
from site_gen.ingesting.naming import name_post
from site_gen.ingesting.neutralise import as_markdown
from site_gen.ingesting.paragraphs import join_lines
from site_gen.ingesting.summary import summary
from site_gen.ingesting.text import Line, Paragraph
from site_gen.model.seed import Article, Cut, Decision, Entity, Seed


class Context(Struct, frozen=True):
    """What is known beside the seed: names, and the folded lines that repeat across the seeds at hand."""

    gazetteer: Gazetteer
    repeats: frozenset[str] = frozenset()


def derive(seed: Seed, context: Context) -> Article:
    """All that ingest makes of one seed. What the seed's header or sidecar gives wins over what the text suggests."""
    given = seed.given
    header, body_lines = _parted(seed)
    kept, boilerplate = cut_boilerplate(body_lines, context.repeats)
    byline, paragraphs = split_byline(join_lines(kept))
    dateline, paragraphs = _without_dateline(paragraphs)
    title, why_title = (given.title, _given(seed)) if given.title else headline(paragraphs)
    date, date_source, why_date = choose_date(seed, paragraphs, dateline)
    names = find_names(paragraphs, context.gazetteer)
    tags, why_tags = _tags(seed, names, title)
    slug = given.slug or name_post(title, PurePosixPath(seed.path).stem)
    short = given.summary or summary(paragraphs, title)
    return Article(
        seed=seed.path,
        title=title,
        summary=short,
        date=date,
        date_source=date_source,
        slug=slug,
        body="\n\n".join(as_markdown(paragraph.text) for paragraph in paragraphs),
        authors=given.authors or byline.authors,
        type=given.type or "news",
        source_name=given.source_name or dateline.agency,
        source_url=given.source_url,
        entities=names.entities,
        tags=tags,
        cuts=_in_order(header, boilerplate, byline.cuts, _dateline_cut(dateline, paragraphs)),
        decisions=(
            Decision("headline", title, why_title),
            Decision(
                "summary",
                short,
                _given(seed) if given.summary else "the first sentences that add to the headline",
            ),
            Decision("date", date.isoformat(), why_date),
            Decision("slug", slug, _given(seed) if given.slug else "from the headline"),
            Decision("tags", ", ".join(tag.name for tag in tags), why_tags),
            *_noted(byline, dateline),
        ),
    )


def _given(seed: Seed) -> str:
    return f"given in the {seed.given.date_source}"


def _parted(seed: Seed) -> tuple[tuple[Cut, ...], tuple[Line, ...]]:
    """The header's lines as cuts, and the cleaned lines after them; numbers are those in the file."""
    raw = seed.text.split("\n")
    header = tuple(Cut(number, text, "header") for number, text in enumerate(raw[: seed.header_lines], 1))
    cleaned = clean("\n".join(raw[seed.header_lines :])).split("\n")
    return header, tuple(Line(number, text) for number, text in enumerate(cleaned, seed.header_lines + 1))


def _without_dateline(paragraphs: tuple[Paragraph, ...]) -> tuple[Dateline, tuple[Paragraph, ...]]:
    """A dateline opens the first paragraph, or the second under a line of its own above it."""
    for place, paragraph in enumerate(paragraphs[:2]):
        found = split_dateline(paragraph.text)
        if found.raw:
            rest = Paragraph(found.rest, paragraph.line)
            return found, (*paragraphs[:place], rest, *paragraphs[place + 1 :])
    return Dateline(""), paragraphs


def _dateline_cut(dateline: Dateline, paragraphs: tuple[Paragraph, ...]) -> tuple[Cut, ...]:
    line = next((paragraph.line for paragraph in paragraphs if paragraph.text == dateline.rest), 0)
    return (Cut(line, dateline.raw.rstrip(), "dateline"),) if dateline.raw else ()


def _tags(seed: Seed, names: Names, title: str) -> tuple[tuple[Entity, ...], str]:
    if seed.given.tags is None:
        return choose_tags(names, title), "the names and topics that stand out by place, frequency and headline"
    given = {tag.casefold(): _as_given(tag, names) for tag in reversed(seed.given.tags)}
    return tuple(reversed(given.values())), _given(seed)


def _as_given(tag: str, names: Names) -> Entity:
    """A tag as the editor wrote it, of the kind that the text knows the name to be."""
    found = names.called(tag)
    return Entity(tag, found.kind, found.iso3) if found is not None else Entity(tag, "topic")


def _in_order(*logs: tuple[Cut, ...]) -> tuple[Cut, ...]:
    return tuple(sorted((cut for log in logs for cut in log), key=lambda cut: cut.line))


def _noted(byline: Byline, dateline: Dateline) -> tuple[Decision, ...]:
    notes = []
    if byline.authors:
        notes.append(Decision("authors", ", ".join(byline.authors), "the text begins with a byline"))
    if dateline.raw:
        notes.append(Decision("dateline", dateline.raw.strip(), "opened the text; it is not part of the story"))
    return tuple(notes)
