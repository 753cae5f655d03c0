"""`site-gen review`."""

import shutil
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_gen.cli.session import Progress, Session, site_command, visible

if TYPE_CHECKING:
    from site_gen.ingest.review import Review, ReviewItem
    from site_gen.ingest.settle import Choice, Settled

_SHOWN = 10
_CUTS = 4
_CHOSEN = ("title", "summary", "tags", "date")
_LABEL = 10  # columns for labels such as "headline"


@site_command("review")
@click.argument("posts", nargs=-1, metavar="[POST]...")
@click.option("--accept", is_flag=True, help="Settle the named posts: everything in them is right as it is.")
@click.option("--accept-all", is_flag=True, help="Settle every post that needs review.")
@click.option("--title", metavar="N", help="Take the headline with this number, or one of your own: --title 'Text'.")
@click.option("--summary", metavar="N", help="Take the summary with this number, or one of your own.")
@click.option("--tags", metavar="N", help="Take the list of tags with this number, or your own: --tags 'Poland, NATO'.")
@click.option("--date", metavar="DATE", help="Take this date: 2025-01-14, or '2025-01-14 09:30'.")
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Worker processes (default: one per processor).")
def command(session: Session, posts: tuple[str, ...], **asked: Any) -> int:
    """Show what ingest is unsure of in each post, with other headlines, other dates, and what was cut.

    POST is a post's path, its slug, or the path of its seed. Editing a post settles it too.
    """
    from site_gen.ingest.review import Review
    from site_gen.ingest.settle import ReviewRefused
    from site_gen.pipeline.settings import load_settings
    from site_gen.session import STATE
    from site_gen.storage.state import state_lock

    chosen = any(asked[name] is not None for name in _CHOSEN)
    settles = asked["accept"] or asked["accept_all"] or chosen
    _check(posts, asked, chosen)
    settings = load_settings(session.root)
    try:
        if not settles:
            return _show(session, Review(session.root, settings), posts, asked["jobs"])
        with state_lock(session.root / STATE):
            return _settle(session, Review(session.root, settings), posts, asked)
    except ReviewRefused as refused:
        raise click.UsageError(str(refused)) from None


def _check(posts: tuple[str, ...], asked: dict[str, Any], chosen: bool) -> None:
    """Raise a usage error where it is not clear which posts to settle."""
    if asked["accept_all"] and (posts or chosen):
        raise click.UsageError("--accept-all is for all posts at once; leave out the rest.")
    if asked["accept"] and not posts:
        raise click.UsageError("Which post? site-gen review --accept POST, or --accept-all.")
    if chosen and len(posts) != 1:
        options = "--title, --summary, --tags and --date are for one post"
        raise click.UsageError(f"{options}: site-gen review --title 2 POST.")


def _settle(session: Session, review: "Review", posts: tuple[str, ...], asked: dict[str, Any]) -> int:
    seeds = review.waiting() if asked["accept_all"] else tuple(review.find_seed(post, Path.cwd()) for post in posts)
    choice = _choice(review, seeds, asked)
    settled = []
    try:
        for seed in seeds:
            settled.append(review.settle(seed, choice))  # noqa: PERF401 - those before a refusal are kept
    finally:
        review.save()
    left = len(review.waiting())
    for one in settled:
        session.say(_settled_line(one, choice))
        for doubt in one.left:
            session.say(f"{'':{_LABEL}}left: {doubt}")
    session.say(_count(left))
    session.emit({"settled": settled, "unsure": left})
    return 0


def _choice(review: "Review", seeds: tuple[str, ...], asked: dict[str, Any]) -> "Choice":
    from zoneinfo import ZoneInfo

    from site_gen.ingest.settle import Choice
    from site_gen.text.stamps import parse_written

    words = {name: _words(review, seeds, asked, name) for name in ("title", "summary", "tags")}
    date, timed = None, False
    if asked["date"] is not None:
        written = parse_written(asked["date"], ZoneInfo(review.settings.timezone))
        if written is None:
            what = f"'{asked['date']}' is not a date. Write 2025-01-14, or '2025-01-14 09:30'."
            raise click.BadParameter(what, param_hint="--date")
        date, timed = written.moment, written.timed
    accept = bool(asked["accept"] or asked["accept_all"])
    tags = tuple(filter(None, map(str.strip, words["tags"].split(","))))
    return Choice(title=words["title"], summary=words["summary"], tags=tags, date=date, timed=timed, accept=accept)


_NAMES = {"title": ("headline", "headlines"), "summary": ("summary", "summaries"), "tags": ("tag list", "tag lists")}


def _words(review: "Review", seeds: tuple[str, ...], asked: dict[str, Any], name: str) -> str:
    """What an option gives: the choice with that number, as `site-gen review POST` shows it, or the editor's words."""
    if asked[name] is None:
        return ""
    words = " ".join(asked[name].split())
    if not words:
        raise click.BadParameter(f"The {_NAMES[name][0]} is empty.", param_hint=f"--{name}")
    return _numbered(review, seeds[0], name, int(words)) if words.isdigit() else words


def _numbered(review: "Review", seed: str, name: str, number: int) -> str:
    items = review.items((seed,), 1, lambda *_: None)
    choices = _choices_of(items[0], name) if items else ()
    if not 1 <= number <= len(choices):
        one, many = _NAMES[name]
        there = {0: f"no other {one}", 1: f"1 other {one}"}.get(len(choices), f"{len(choices)} other {many}")
        verb = "is" if len(choices) < 2 else "are"
        where = review.locked[seed].post
        raise click.BadParameter(f"There {verb} {there} for {where}; or write your own.", param_hint=f"--{name}")
    return choices[number - 1]


def _choices_of(item: "ReviewItem", name: str) -> tuple[str, ...]:
    lists = tuple(", ".join(tags) for tags in item.tag_lists)
    return {"title": item.titles, "summary": item.summaries, "tags": lists}[name]


def _settled_line(one: "Settled", choice: "Choice") -> str:
    done = []
    if choice.title:
        done.append(f"headline '{choice.title}'")
    if choice.summary:
        done.append("another summary")
    if choice.tags:
        done.append(f"tags {', '.join(choice.tags)}")
    if choice.date:
        done.append(f"date {choice.date:%Y-%m-%d}")
    if choice.accept and one.settled:
        done.append("accepted")
    if one.alias:
        done.append(f"{one.alias} redirects to its new address")
    if one.released:
        done.append("no longer a draft")
    nothing = "an edit had already settled it" if one.edited else "nothing is unsure"
    return f"{one.post}: {', '.join(done) or nothing}."


def _show(session: Session, review: "Review", posts: tuple[str, ...], jobs: int | None) -> int:
    """Print the named posts, or all that need a look; on a terminal only the first of many."""
    waiting = review.waiting()
    seeds = tuple(dict.fromkeys(review.find_seed(post, Path.cwd()) for post in posts)) or waiting
    shown = seeds if posts or session.verbose or session.as_json else seeds[:_SHOWN]
    items: tuple[ReviewItem, ...] = ()
    if not session.quiet or session.as_json:
        with Progress(session) as progress:
            items = review.items(shown, jobs, progress)
    for item in items:
        _show_one(session, item)
    if len(seeds) > len(shown):
        session.say(f"... and {len(seeds) - len(shown)} more: name one, or add -v.")
    session.say(_count(len(waiting)))
    if items and waiting:
        session.say(_HOW)
    session.emit({"posts": [_as_json(item) for item in items], "unsure": len(waiting)})
    return 0


_HOW = """  site-gen review --accept POST              it is right as it is
  site-gen review --title 2 POST             take another headline
  site-gen review --date 2025-01-14 POST     take another date (or --summary, --tags)
Editing a post settles it too."""


def _count(left: int) -> str:
    from site_gen.cli.unsure import posts_that_need

    return f"{posts_that_need(left)} review." if left else "No post needs review."


def _show_one(session: Session, item: "ReviewItem") -> None:
    doubts: dict[str, list[str]] = {}
    for doubt in item.unsure:
        about, _, why = doubt.partition(": ")
        doubts.setdefault(about, []).append(why)
    session.say(f"{item.post}{' (draft)' if item.draft else ''}", bold=True)
    _show_words(session, item, "title", item.title, doubts.pop("headline", ()))
    _show_words(session, item, "summary", item.summary, doubts.pop("summary", ()))
    _row(session, "date", f"{item.date:%Y-%m-%d %H:%M}" if item.timed else f"{item.date:%Y-%m-%d}")
    _doubts(session, doubts.pop("date", ()))
    for other in item.dates:
        _row(session, "", other.why, mark=f"{other.value}  ")
    _show_cuts(session, item)
    _doubts(session, doubts.pop("cut", ()))
    _show_words(session, item, "tags", ", ".join(item.tags), doubts.pop("tags", ()))
    _show_refused(session, item)
    for about, whys in doubts.items():
        _doubts(session, whys, about)
    if not item.unsure:
        _row(session, "", "Nothing is unsure.")
    _row(session, "seed", item.seed + ("" if item.seed_there else "; it is gone or cannot be read: no alternatives"))
    session.say("")


def _show_words(session: Session, item: "ReviewItem", name: str, value: str, doubts: Sequence[str]) -> None:
    """Print a field with its doubts and the choices for it; the headline always, others where there are any."""
    if name == "title" or doubts or _choices_of(item, name) or session.verbose:
        _row(session, "headline" if name == "title" else name, value or "none")
    _doubts(session, doubts)
    _show_choices(session, item, name)


def _show_choices(session: Session, item: "ReviewItem", name: str) -> None:
    """Print the other values of a field, numbered; those of the assistant say so."""
    by = item.assistance
    its = {"title": by.headline, "summary": by.summary, "tags": ", ".join(by.tags)}[name] if by else ""
    for number, choice in enumerate(_choices_of(item, name), 1):
        _row(session, "", f"{choice} [{by.model}]" if by and choice == its else choice, mark=f"{number}  ")


def _show_refused(session: Session, item: "ReviewItem") -> None:
    """Print what the check refused of the assistant's proposals, and why; it cannot be chosen."""
    for number, one in enumerate(item.assistance.refused if item.assistance else ()):
        _row(session, "" if number else "refused", f"{one.about}: {one.text}", mark="x  ")
        _row(session, "", "; ".join(one.why), mark="   ", fg="yellow")


def _show_cuts(session: Session, item: "ReviewItem") -> None:
    cuts = [cut for cut in item.cuts if cut.rule != "header" and cut.text.strip()]
    if cuts:
        _row(session, "cut", "1 line" if len(cuts) == 1 else f"{len(cuts)} lines")
    shown = cuts if session.verbose else cuts[:_CUTS]
    for cut in shown:
        _row(session, "", f"line {cut.line}: {textwrap.shorten(cut.text, 100, placeholder=' ...')} ({cut.rule})")
    if len(cuts) > len(shown):
        _row(session, "", f"... and {len(cuts) - len(shown)} more: add -v")


def _row(session: Session, label: str, text: str, mark: str = "", **style: Any) -> None:
    """Print a label, a mark, and a text that is wrapped beside them."""
    width = max(40, min(shutil.get_terminal_size((100, 24)).columns, 120))
    head = f"  {label:{_LABEL}}{mark}"
    lines = textwrap.wrap(visible(text), max(20, width - len(head)), break_on_hyphens=False) or [""]
    blank = " " * len(head)
    session.say("\n".join((f"{head}{lines[0]}".rstrip(), *(blank + line for line in lines[1:]))), **style)


def _doubts(session: Session, whys: Sequence[str], label: str = "") -> None:
    for number, why in enumerate(whys):
        _row(session, "" if number else label, why, mark="? ", fg="yellow")


def _as_json(item: "ReviewItem") -> dict[str, Any]:
    import msgspec

    result: dict[str, Any] = msgspec.to_builtins(item)
    dates = [{"value": other.value, "why": other.why} for other in item.dates]
    result |= {
        "other_titles": result.pop("titles"),
        "other_summaries": result.pop("summaries"),
        "other_tags": result.pop("tag_lists"),
        "cut": result.pop("cuts"),
    }
    return {**{name: value for name, value in result.items() if name != "dates"}, "other_dates": dates}
