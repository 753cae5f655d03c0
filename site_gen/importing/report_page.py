"""The account of an import as an HTML page of its own, without scripts and without anything from elsewhere.

An editor reads from the top: what came, what is to be done, then what was lost, by what it is. Long lists are folded,
and browsers skip rows until they are seen, so that thousands of items open at once.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from typing import TypeVar

from site_gen.importing.report import QUERY, AddressReport, ItemReport, Lost, Report, kind_of

REPORT = "import-report.html"
T = TypeVar("T")
_OPEN = 30  # rows of a list that is open from the beginning
_STYLE = """
:root{color-scheme:light dark;--line:#8885;--quiet:#595959;--bad:#a3000b;--good:#0a6b2d;--box:#8881}
@media(prefers-color-scheme:dark){:root{--quiet:#b0b0b0;--bad:#ff9c9c;--good:#7fdc9b}}
body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.2;overflow-wrap:anywhere}h2{font-size:1.2rem;margin:2rem 0 .5rem}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.5rem;margin:0;padding:0}
.facts div{background:var(--box);border-radius:.4rem;padding:.5rem .7rem}
dt{color:var(--quiet);font-size:.9rem}dd{margin:0;font-size:1.25rem;font-weight:600}
dd small{display:block;font-weight:400;font-size:.9rem}
.bad{color:var(--bad)}.good{color:var(--good)}.quiet{color:var(--quiet)}
details{border-top:1px solid var(--line)}details:last-of-type{border-bottom:1px solid var(--line)}
summary{padding:.5rem 0;cursor:pointer;overflow-wrap:anywhere}summary b{font-variant-numeric:tabular-nums}
ul{list-style:none;margin:0 0 1rem;padding:0}
li{padding:.3rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
li{content-visibility:auto;contain-intrinsic-size:auto 2rem}
li>*{margin-inline-end:.6rem}code{font-size:.9em}
"""


def report_page(report: Report) -> str:
    """The page."""
    title = f"Import of {escape(report.source)}"
    sections = (
        ("Problems: the site does not build yet", [_group("problems", (_text(str(one)) for one in report.problems))]),
        ("Settings", [_group(_of_settings(report), (f"<code>{escape(one)}</code>" for one in report.settings))]),
        ("Old addresses that nothing answers", _by(report.unanswered, lambda one: one.why, _address)),
        ("Missing files", _by(report.missing_pictures.items(), lambda one: one[1], lambda one: _text(one[0]))),
        ("What was lost", _by(report.losses, lambda one: kind_of(one.what), _loss)),
        ("Texts with words that are not found", [_group("texts", map(_words, _incomplete(report)))]),
        ("Links to what the source does not have", [_group("addresses", map(_dead, report.dead_links.items()))]),
        ("Every item", _by(report.items, _became, _item)),
        ("Every old address", _by(report.addresses, _answered, _address)),
    )
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
        f"<h1>{title}</h1>\n<p>{escape(report.form)}. {_verdict(report)}</p>",
        _facts(report),
        *(_section(name, groups) for name, groups in sections),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(filter(None, parts)) + "\n"


def _verdict(report: Report) -> str:
    """Whether anything is to be done, in a sentence."""
    todo = [
        f"{len(listed):,} {name}"
        for listed, name in (
            (report.problems, "problems"),
            (report.unanswered, "old addresses that nothing answers"),
            (report.missing_pictures, "missing files"),
        )
        if listed
    ]
    if not todo:
        return '<span class="good">Every item is accounted for, and every old address is answered.</span>'
    return f'<span class="bad">To be looked at: {", ".join(todo)}.</span>'


def _facts(report: Report) -> str:
    answered = len(report.addresses) - len(report.unanswered)
    files = sum(bool(one.path) for one in report.items)
    facts = (
        ("Items", f"{len(report.items):,}", f"{files:,} texts"),
        ("New or changed", f"{report.count('new', 'changed'):,}", ""),
        (
            "Left alone",
            f"{report.count('unchanged', 'edited', 'removed'):,}",
            f"{report.count('edited'):,} edited here",
        ),
        ("Drafts", f"{sum(one.draft for one in report.items):,}", ""),
        ("Skipped", f"{report.count('skipped'):,}", ""),
        ("Words kept", f"{report.recall:.2%}", f"of {report.words:,}"),
        ("Addresses answered", f"{answered:,}", f"of {len(report.addresses):,}"),
        ("Files", f"{report.pictures:,}", f"{len(report.missing_pictures):,} missing"),
        ("Losses", f"{len(report.losses):,}", ""),
    )
    rows = (f"<div><dt>{name}</dt><dd>{value} <small>{more}</small></dd></div>" for name, value, more in facts)
    return '<dl class="facts">' + "".join(rows) + "</dl>"


def _section(title: str, groups: Iterable[str]) -> str:
    found = [one for one in groups if one]
    return f"<h2>{title}</h2>\n" + "\n".join(found) if found else ""


def _group(title: str, rows: Iterable[str]) -> str:
    """A list that can be folded; short ones are open."""
    lines = list(rows)
    if not lines:
        return ""
    is_open = " open" if len(lines) <= _OPEN else ""
    head = f"<summary><b>{len(lines):,}</b> {escape(title)}</summary>"
    return f"<details{is_open}>{head}<ul>\n" + "\n".join(f"<li>{one}</li>" for one in lines) + "\n</ul></details>"


def _by(rows: Iterable[T], kind: Callable[[T], str], shown: Callable[[T], str]) -> Iterator[str]:
    """Rows in groups by their kind, the largest first."""
    listed = sorted(rows, key=kind)
    groups = [(name, list(found)) for name, found in groupby(listed, key=kind)]
    for name, found in sorted(groups, key=lambda one: (-len(one[1]), one[0])):
        yield _group(name, map(shown, found))


def _of_settings(report: Report) -> str:
    return "lines written to site.yaml" if report.settings_written else "lines that fit the old site, for site.yaml"


def _incomplete(report: Report) -> list[ItemReport]:
    """The texts that lack words, those that lack the most first."""
    return sorted((one for one in report.items if one.kept < one.words), key=lambda one: one.kept - one.words)


def _became(item: ItemReport) -> str:
    """What became of an item, with the reason why it was skipped."""
    return f"skipped: {item.why}" if item.outcome == "skipped" else f"{item.outcome}{', draft' if item.draft else ''}"


def _text(text: str) -> str:
    return f'<span dir="auto">{escape(text)}</span>'


def _quiet(text: str) -> str:
    return f'<span class="quiet" dir="auto">{escape(text)}</span>' if text else ""


def _item(item: ItemReport) -> str:
    kept = f"{item.kept:,} of {item.words:,} words" if item.words else ""
    return _text(item.title or item.key) + "".join(map(_quiet, (item.kind, item.place, item.path, kept)))


def _words(item: ItemReport) -> str:
    return _item(item) + f'<span class="bad" dir="auto">{escape(" ".join(item.lost_words))}</span>'


def _answered(one: AddressReport) -> str:
    """By what an address is answered, in words."""
    by = "their queries, by nginx, Apache, Caddy or Netlify alone" if one.by == QUERY else one.by or "nothing"
    return f"answered by: {by}"


def _address(one: AddressReport) -> str:
    return _text(one.address) + (_quiet(f"to {one.to}") if one.to and one.to != one.address else "")


def _loss(loss: Lost) -> str:
    return _quiet(f"{loss.place}{f':{loss.line}' if loss.line else ''}") + _text(loss.what)


def _dead(link: tuple[str, str]) -> str:
    return _text(link[0]) + _quiet(f"in {link[1]}")
