"""The story of one seed: from its text to an article, each decision with its reason."""

from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.blocks import body_of
from site_gen.extract.boilerplate import cut_boilerplate
from site_gen.extract.clean import clean
from site_gen.extract.dates import choose_date
from site_gen.extract.forms import LEAD_FORMS, LINE_FORMS, RAW_FORMS
from site_gen.extract.headline import Headline, headline
from site_gen.extract.headline import Names as HeadlineNames
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.names import Gazetteer, Names, choose_tags, doubtful_tags, find_names, load_gazetteer
from site_gen.extract.paragraphs import join_lines
from site_gen.extract.post_slug import name_post
from site_gen.extract.prose import prose_of
from site_gen.extract.summary import summary
from site_gen.extract.syntax import load_weights
from site_gen.extract.text import Line, Paragraph
from site_gen.model.seed import Article, Cut, Decision, Doubt, Entity, Given, Seed


class Context(Struct, frozen=True):
    """What is known beside the seed: names, lines that repeat across the seeds, and names that headlines ask for.

    Without `alternatives` an article has no `other_titles`, and is derived sooner. `language` is the site's.
    """

    gazetteer: Gazetteer
    repeats: frozenset[str] = frozenset()
    headline_names: HeadlineNames = HeadlineNames()
    alternatives: bool = True
    language: str = ""


def load() -> None:
    """Load names and parser before there are workers, so that they inherit them instead of loading them each."""
    load_gazetteer(())
    load_weights()


def derive(seed: Seed, context: Context) -> Article:
    """All that ingest makes of one seed. What the seed's header or sidecar gives wins over what its text says."""
    manuscript = read_manuscript(seed, context.repeats)
    given, story = _given(seed, manuscript.given), manuscript.paragraphs
    prose = prose_of(manuscript)
    made = _headline(seed, given.title, prose, context)
    title = made.title
    when = choose_date(replace(seed, given=given), prose, manuscript.day)
    nobody = (*given.authors, *manuscript.contacts)
    names = find_names(story, context.gazetteer, dateline=given.dateline, exclude=nobody)
    tags, why_tags = _tags(seed, names, title, given.dateline, nobody)
    slug = given.slug or name_post(title, PurePosixPath(seed.path).stem, context.language)
    short = given.summary or summary(prose, title, _last_names(names))
    return Article(
        seed=seed.path,
        title=title,
        summary=short,
        date=when.date,
        timed=when.timed,
        date_source=when.source,
        slug=slug,
        body=body_of(story),
        authors=given.authors,
        type=given.type or "news",
        source_name=given.source_name,
        source_url=given.source_url,
        entities=names.entities,
        tags=tags,
        dateline=given.dateline,
        cuts=tuple(sorted(manuscript.cuts, key=lambda cut: cut.line)),
        unsure=(
            *manuscript.doubts,
            *(Doubt("headline", why) for why in made.doubts),
            *when.doubts,
            *(Doubt("tags", why) for why in _doubtful(seed, names, tags)),
        ),
        other_titles=made.others,
        other_dates=when.others,
        decisions=(
            Decision("headline", title, made.why),
            Decision(
                "summary",
                short,
                _why(seed, "summary") if given.summary else "the first sentences that add to the headline",
            ),
            Decision("date", when.shown, when.why),
            Decision("slug", slug, _why(seed, "slug") if given.slug else "from the headline"),
            Decision("tags", ", ".join(tag.name for tag in tags), why_tags),
            *manuscript.notes,
        ),
    )


def _headline(seed: Seed, given: str, prose: tuple[Paragraph, ...], context: Context) -> Headline:
    if given:
        return Headline(given, _why(seed, "title"))
    return headline(prose, context.headline_names, context.alternatives)


def read_manuscript(seed: Seed, repeats: frozenset[str]) -> Manuscript:
    """What the text says about itself, and the paragraphs of the story that are left."""
    manuscript = _opened(seed)
    for form in LINE_FORMS:
        manuscript = form(manuscript)
    kept, cuts = cut_boilerplate(manuscript.lines, repeats)
    manuscript = replace(manuscript, lines=kept, paragraphs=join_lines(kept), cuts=manuscript.cuts + cuts)
    for form in LEAD_FORMS:
        manuscript = form(manuscript)
    return manuscript


def _opened(seed: Seed) -> Manuscript:
    """The header's lines as cuts, and the cleaned lines after them; numbers are those in the file."""
    raw = seed.text.split("\n")
    header = tuple(Cut(number, text, "header") for number, text in enumerate(raw[: seed.header_lines], 1))
    lines = tuple(Line(number, text) for number, text in enumerate(raw[seed.header_lines :], seed.header_lines + 1))
    manuscript = Manuscript(path=seed.path, titled=seed.given.title, lines=lines, cuts=header)
    for form in RAW_FORMS:
        manuscript = form(manuscript)
    if not manuscript.lines:
        return manuscript
    cleaned = clean("\n".join(line.text for line in manuscript.lines)).split("\n")
    return replace(
        manuscript,
        lines=tuple(
            Line(line.number, text, line.kind if text else "text")
            for line, text in zip(manuscript.lines, cleaned, strict=True)
        ),
    )


def _given(seed: Seed, said: Given) -> Given:
    """What header or sidecar give, and for the rest what the text says."""
    facts = {name: getattr(said, name) for name in said.__struct_fields__ if not getattr(seed.given, name)}
    if seed.given.date:
        facts.pop("date_source", None)
        facts.pop("timed", None)
    elif said.date:
        facts["date_source"] = said.date_source
    return replace(seed.given, **facts)


def _last_names(names: Names) -> frozenset[str]:
    return frozenset(entity.name.split()[-1] for entity in names.entities if entity.kind == "person")


def _why(seed: Seed, field: str) -> str:
    return f"given in the {seed.given.date_source}" if getattr(seed.given, field) else "the text says it"


def _tags(
    seed: Seed, names: Names, title: str, dateline: str, nobody: tuple[str, ...]
) -> tuple[tuple[Entity, ...], str]:
    """The tags and why; who wrote the text, or is named in it for reporters to call, is none."""
    if seed.given.tags is None:
        tags = choose_tags(names, title, dateline=dateline, exclude=nobody)
        return tags, "the names and topics that stand out by place, frequency and headline"
    given = {tag.casefold(): _as_given(tag, names) for tag in reversed(seed.given.tags)}
    return tuple(reversed(given.values())), _why(seed, "tags")


def _doubtful(seed: Seed, names: Names, tags: tuple[Entity, ...]) -> tuple[str, ...]:
    return doubtful_tags(names, tags) if seed.given.tags is None else ()


def _as_given(tag: str, names: Names) -> Entity:
    """A tag as the editor wrote it, of the kind that the text knows the name to be."""
    found = names.called(tag)
    return Entity(tag, found.kind, found.iso3) if found is not None else Entity(tag, "topic")
