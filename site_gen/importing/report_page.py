"""The account of an import as an HTML page of its own, without scripts and without anything from elsewhere."""

from collections.abc import Iterable
from html import escape

from site_gen.importing.report import Report

REPORT = "import-report.html"
_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}td,th{text-align:start;vertical-align:top;"
    "padding:.2rem .6rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}th{position:sticky;top:0;background:#fff}"
    ".bad{color:#a00}dt{font-weight:600;float:left;clear:left;width:16rem}dd{margin-left:17rem}"
)


def report_page(report: Report) -> str:
    """The page."""
    facts = [
        ("Items", f"{len(report.items)}"),
        ("New or changed", f"{report.count('new', 'changed')}"),
        ("Left alone", f"{report.count('unchanged', 'edited', 'removed')}"),
        ("Skipped", f"{report.count('skipped')}"),
        ("Words kept", f"{report.recall:.2%} of {report.words:,}"),
        ("Old addresses answered", f"{len(report.addresses) - len(report.unanswered)} of {len(report.addresses)}"),
        ("Files found", f"{report.pictures}, {len(report.missing_pictures)} missing"),
        ("Losses", f"{len(report.losses)}"),
    ]
    unanswered = ((one.address, one.why) for one in report.unanswered)
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        '<meta name=viewport content="width=device-width"><meta name=robots content=noindex>',
        f"<title>Import of {escape(report.source)}</title><style>{_STYLE}</style>",
        f"<h1>Import of {escape(report.source)} ({escape(report.form)})</h1><dl>",
        *(f"<dt>{name}<dd>{escape(value)}" for name, value in facts),
        "</dl>",
        _table("Problems", ("what",), ((str(one),) for one in report.problems)),
        _table("Settings", ("site.yaml",), ((line,) for line in report.settings)),
        _table("Old addresses that nothing answers", ("address", "why"), unanswered),
        _table("Missing files", ("address", "why"), report.missing_pictures.items()),
        _table("Links to what the source does not have", ("address", "in"), report.dead_links.items()),
        _table(
            "Losses", ("in", "line", "what"), ((one.place, str(one.line or ""), one.what) for one in report.losses)
        ),
        _table(
            "Items",
            ("in the source", "kind", "title", "became", "file", "words kept", "words not found"),
            (
                (
                    one.place, one.kind, one.title, f"{one.outcome}{' draft' if one.draft else ''} {one.why}".strip(),
                    one.path, f"{one.kept} of {one.words}" if one.words else "", " ".join(one.lost_words),
                )
                for one in report.items
            ),
        ),
        _table(
            "Old addresses",
            ("address", "answered by", "which leads to"),
            ((one.address, one.by or one.why, one.to) for one in report.addresses),
        ),
    ]  # fmt: skip
    return "\n".join(filter(None, parts)) + "\n"


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["<tr>" + "".join(f"<td dir=auto>{escape(cell)}" for cell in row) for row in rows]
    if not lines:
        return ""
    head = "<tr>" + "".join(f"<th>{name}" for name in heads)
    return f"<h2>{title} ({len(lines)})</h2><table>{head}\n" + "\n".join(lines) + "</table>"
