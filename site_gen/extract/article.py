"""Derives an article from a seed; each decision has its reason."""

import re
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from site_gen.extract.blocks import body_of
from site_gen.extract.claims.own import own_refusals
from site_gen.extract.clean import clean
from site_gen.extract.dates import choose_date
from site_gen.extract.forms import RAW_FORMS
from site_gen.extract.headline import Headline
from site_gen.extract.headline import Names as HeadlineNames
from site_gen.extract.language_rules import Rules, rules_of
from site_gen.extract.manuscript import Manuscript
from site_gen.extract.marked.pictures import shown_pictures
from site_gen.extract.names import (
    Gazetteer,
    Names,
    choose_tags,
    doubtful_tags,
    find_names,
    load_gazetteer,
    shown_entities,
    shown_tags,
)
from site_gen.extract.paragraphs import join_lines
from site_gen.extract.post_slug import post_slug, slug_doubt
from site_gen.extract.prose import prose_of
from site_gen.extract.syntax import load_weights
from site_gen.extract.text import Line, Paragraph
from site_gen.extract.text_language import language_of
from site_gen.model.seed import Article, Cut, Decision, Doubt, Entity, Given, Seed

_LEADS = 3
"""Paragraphs from which a headline may be made."""
_FIRST_SENTENCES = "the first sentences that add to the headline"

_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Context(Struct, frozen=True):
    """What an article depends on besides its seed: known names, lines that repeat across seeds, names for headlines.

    Without `alternatives` an article has no `other_titles` and is derived faster. `language` is that of the site, as a
    tag (`en`, `pt-BR`). With `credits` no picture is shown without one.
    """

    gazetteer: Gazetteer
    repeats: frozenset[str] = frozenset()
    headline_names: HeadlineNames = HeadlineNames()
    alternatives: bool = True
    language: str = ""
    credits: bool = True


def load() -> None:
    """Load names and parser before workers are forked, so that each inherits them instead of loading its own."""
    load_gazetteer(())
    load_weights()


def derive(seed: Seed, context: Context) -> Article:
    """The article of a seed. What the seed's header or sidecar gives wins over what its text says."""
    opened = open_seed(seed)
    told = language_of(opened, context.language)
    rules = rules_of(told.language)
    manuscript = read_manuscript(opened, rules, context.repeats)
    given, paragraphs, prose = _given(seed, manuscript.given), manuscript.paragraphs, prose_of(manuscript)
    chosen = _headline(seed, given.title, prose, rules, context)
    title = chosen.title
    when = choose_date(replace(seed, given=given), prose, manuscript.day, rules.dates)
    excluded = (*given.authors, *manuscript.contacts)
    names = find_names(paragraphs, context.gazetteer, told.language.code, dateline=given.dateline, exclude=excluded)
    tags, why_tags, tag_doubts = _tags(seed, names, title, given.dateline, excluded, context.language)
    slug = given.slug or post_slug(title, PurePosixPath(seed.path).stem, told.tag)
    shown, hidden = shown_pictures(seed.pictures, paragraphs, context.credits)
    summary_text = given.summary or rules.summary(prose, title, _last_names(names))
    return Article(
        seed=seed.path,
        title=title,
        summary=summary_text,
        date=when.date,
        timed=when.timed,
        date_source=when.source,
        slug=slug,
        body=body_of(paragraphs, shown),
        pictures=seed.pictures,
        authors=given.authors,
        type=given.type or "news",
        source_name=given.source_name,
        source_url=given.source_url,
        drafted=given.draft,
        entities=shown_entities(names, context.language),
        tags=tags,
        dateline=given.dateline,
        language="" if told.own else told.tag,
        language_guessed=told.guessed,
        cuts=tuple(sorted(manuscript.cuts, key=lambda cut: cut.line)),
        unsure=(
            *told.doubts,
            *manuscript.doubts,
            *(Doubt("headline", why) for why in chosen.doubts),
            *when.doubts,
            *_slug_doubts(given.slug, title, told.tag),
            *(Doubt("tags", why) for why in tag_doubts),
            *hidden,
        ),
        other_titles=chosen.others,
        other_dates=when.others,
        decisions=(
            Decision("headline", title, chosen.why),
            Decision("summary", summary_text, _why(seed, "summary") if given.summary else _FIRST_SENTENCES),
            Decision("date", when.text, when.why),
            Decision("slug", slug, _why(seed, "slug") if given.slug else "from the headline"),
            Decision("tags", ", ".join(tag.name for tag in tags), why_tags),
            *told.notes,
            *manuscript.notes,
            *seed.notes,
        ),
    )


def _headline(seed: Seed, given: str, prose: tuple[Paragraph, ...], rules: Rules, context: Context) -> Headline:
    if given:
        return Headline(given, _why(seed, "title"))
    made = rules.headline(prose, context.headline_names, context.alternatives)
    return replace(made, doubts=(*made.doubts, *_unsupported(made.title, prose))) if rules.claims else made


def _unsupported(title: str, prose: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """What our own headline says and its lead does not, one reason of a kind."""
    refused = own_refusals(title, [paragraph.text for paragraph in prose[:_LEADS]])
    return tuple({refusal.kind: refusal.why for refusal in reversed(refused)}.values())


def read_manuscript(manuscript: Manuscript, rules: Rules, repeats: frozenset[str]) -> Manuscript:
    """An opened manuscript, read: what its text says about itself, and the paragraphs that are left of it."""
    for form in rules.line_forms:
        manuscript = form(manuscript)
    kept, cuts = rules.cut(manuscript.lines, repeats)
    manuscript = replace(manuscript, lines=kept, paragraphs=join_lines(kept), cuts=manuscript.cuts + cuts)
    for form in rules.lead_forms:
        manuscript = form(manuscript)
    return manuscript


def open_seed(seed: Seed) -> Manuscript:
    """The manuscript with the header's lines as cuts and the cleaned lines after them, numbered as in the file."""
    if seed.markup:
        return _open_marked(seed)
    raw = seed.text.split("\n")
    header = tuple(Cut(number, text, "header") for number, text in enumerate(raw[: seed.header_lines], 1))
    lines = tuple(Line(number, text) for number, text in enumerate(raw[seed.header_lines :], seed.header_lines + 1))
    manuscript = Manuscript(path=seed.path, header_title=seed.given.title, lines=lines, cuts=header)
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


def _open_marked(seed: Seed) -> Manuscript:
    """The manuscript of a text that came with markup, whose lines are its blocks."""
    from site_gen.extract.marked.read import read_markdown

    names = frozenset(picture.name for picture in seed.pictures)
    marked = read_markdown(seed.text, names, seed.given.title)
    manuscript = Manuscript(path=seed.path, header_title=seed.given.title, lines=marked.lines, cuts=marked.cuts)
    return manuscript.with_facts(title=marked.title)


def _given(seed: Seed, from_text: Given) -> Given:
    """What the header or sidecar gives, completed by what the text says."""
    facts = {name: getattr(from_text, name) for name in from_text.__struct_fields__ if not getattr(seed.given, name)}
    if seed.given.date:
        facts.pop("date_source", None)
        facts.pop("timed", None)
    elif from_text.date:
        facts["date_source"] = from_text.date_source
    return replace(seed.given, **{**_visible(seed.given), **facts})


def _visible(given: Given) -> dict[str, str]:
    """Title and summary of a header without marks that only turn the direction of a text, as its lines are cleaned."""
    return {name: _DIRECTION.sub("", text) for name in ("title", "summary") if (text := getattr(given, name))}


def _last_names(names: Names) -> frozenset[str]:
    return frozenset(entity.name.split()[-1] for entity in names.entities if entity.kind == "person")


def _why(seed: Seed, field: str) -> str:
    return f"given in the {seed.given.date_source}" if getattr(seed.given, field) else "the text says it"


def _slug_doubts(given: str, title: str, language: str) -> tuple[Doubt, ...]:
    why = "" if given else slug_doubt(title, language)
    return (Doubt("slug", why),) if why else ()


def _tags(
    seed: Seed, names: Names, title: str, dateline: str, excluded: tuple[str, ...], language: str
) -> tuple[tuple[Entity, ...], str, tuple[str, ...]]:
    """The tags in the site's language, the reason for them, and doubts; authors and press contacts are not tags."""
    if seed.given.tags is None:
        tags = choose_tags(names, title, dateline=dateline, exclude=excluded)
        why = "the names and topics that stand out by place, frequency and headline"
        return shown_tags(tags, language), why, doubtful_tags(names, tags)
    given = {tag.casefold(): _as_given(tag, names) for tag in reversed(seed.given.tags)}
    return tuple(reversed(given.values())), _why(seed, "tags"), ()


def _as_given(tag: str, names: Names) -> Entity:
    """A tag as the editor wrote it, with the kind that the name has in the text."""
    entity = names.called(tag)
    return Entity(tag, entity.kind, entity.iso3) if entity is not None else Entity(tag, "topic")
