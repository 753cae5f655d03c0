"""`site-gen import`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Progress, Session, site_command

if TYPE_CHECKING:
    from site_gen.importing.report import Report


_DOWNLOAD = "download"


@site_command("import")
@click.argument("source", metavar="SOURCE", type=click.Path(path_type=Path))
@click.option(
    "--into", metavar="DIR", default="", help="The site's folder, made if it is new (default: that of --root)."
)
@click.option(
    "--from",
    "form",
    metavar="NAME",
    default="",
    help="What SOURCE is: wordpress, ghost, substack, medium, blogger, feed, html, "
    "hugo, zola, eleventy, jekyll, pelican, nikola, astro.",
)
@click.option(
    "--media", multiple=True, metavar="FOLDER|download", help="Where its pictures are; 'download': on the old site."
)
@click.option("--home", metavar="URL", default="", help="The old site's address, if the export does not say it.")
@click.option("--sitemap", multiple=True, metavar="FILE|URL", help="The old site's sitemap: its addresses are kept.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would become of each item.")
@click.option("--resume", is_flag=True, help="Go on with an import that was interrupted.")
def command(
    session: Session,
    source: Path,
    into: str,
    form: str,
    media: tuple[str, ...],
    home: str,
    sitemap: tuple[str, ...],
    dry_run: bool,
    resume: bool,
) -> int:
    """Bring the posts, pages and pictures of another program's site here, and account for each.

    Run it again at any time: only what is new or changed is written, and nothing that was edited here since. The
    report of it is in import-report.html.
    """
    import re
    from contextlib import nullcontext
    from datetime import UTC, datetime

    from site_gen.cli.old_site import fetcher, sitemaps
    from site_gen.importing.run_import import Options, run_import
    from site_gen.model.problem import Problem, SiteError
    from site_gen.session import STATE
    from site_gen.storage.state import state_lock

    root = Path(into) if into else session.root
    folders = tuple(Path(one) for one in media if one != _DOWNLOAD)
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        raise SiteError(
            tuple(Problem(str(one), 0, 0, "There is no such folder.", "Correct --media.") for one in missing)
        )
    if home and not re.fullmatch(r"https?://[^/\s]+(?:/[^\s?#]*)?", home):
        what = "This is no address of a site."
        raise SiteError((Problem(home, 0, 0, what, "Give it in full: --home https://example.org."),))
    options = Options(
        source=source,
        media=folders,
        form=form,
        home=home,
        sitemaps=sitemaps(sitemap),
        fetch=fetcher() if _DOWNLOAD in media else None,
        dry_run=dry_run,
        resume=resume,
        now=datetime.now(UTC),
    )
    with (
        _site_in(root, made=bool(into), dry_run=dry_run) as site,
        Progress(session) as progress,
        nullcontext() if dry_run else state_lock(site / STATE),
    ):
        report = run_import(site, options, progress)
    session.emit(report)
    _say(session, report)
    return 1 if report.problems else 0


@contextmanager
def _site_in(root: Path, made: bool, dry_run: bool) -> Iterator[Path]:
    """The site to import into; where it is to be `made` and there is nothing yet, a new one, elsewhere for a dry run.

    What an import that failed before it wrote or fetched anything has made is taken away again.
    """
    from tempfile import TemporaryDirectory

    from site_gen.cli.init_command import write_bare_site
    from site_gen.importing.download import DOWNLOADS
    from site_gen.importing.import_lock import LOCK
    from site_gen.pipeline.settings import refuse_no_site

    if not made or (root.exists() and not (root.is_dir() and not any(root.iterdir()))):
        refuse_no_site(root)
        yield root
    elif dry_run:
        with TemporaryDirectory() as folder:
            write_bare_site(Path(folder))
            yield Path(folder)
    else:
        home = root.resolve()
        new = [folder for folder in (home, *home.parents) if not folder.exists()]
        try:
            write_bare_site(home)
            yield root
        except BaseException:
            if not any((home / path).exists() for path in (LOCK, DOWNLOADS)):
                _take_away(home, new)
            raise


def _take_away(home: Path, new: list[Path]) -> None:
    """Remove what was made of a site, and the `new` folders, the innermost first; what others put there stays."""
    from contextlib import suppress
    from shutil import rmtree

    from site_gen.cli.init_command import BARE
    from site_gen.importing.tag_map import MAP
    from site_gen.session import STATE

    files = [home / path for path in (*BARE.values(), MAP)]
    folders = {folder for file in files for folder in file.parents if home in folder.parents}
    rmtree(home / STATE, ignore_errors=True)
    for file in files:
        with suppress(OSError):  # the error that ended the import is the one to tell
            file.unlink()
    for folder in (*sorted(folders, key=lambda one: -len(one.parts)), *new):
        with suppress(OSError):
            folder.rmdir()


def _say(session: Session, report: "Report") -> None:
    from site_gen.importing.report import summary
    from site_gen.importing.report_page import REPORT

    for line in summary(report):
        session.say(line)
    for title, lines in (
        ("Old addresses that nothing answers:", [f"  {one.address}: {one.why}" for one in report.unanswered]),
        ("Missing files:", [f"  {url}: {why}" for url, why in report.missing_pictures.items()]),
        ("Losses:", _losses(report, session.verbose)),
    ):
        if lines:
            session.say(title)
            session.some(lines, f"{REPORT}, or -v" if not report.dry_run else "-v")
    if report.settings:
        done = "Written to site.yaml:" if report.settings_written else "Settings that fit the old site, for site.yaml:"
        session.say(done)
        for line in report.settings:
            session.say(f"  {line}")
    session.problems(report.problems)
    if not report.dry_run:
        session.say(f"The whole account: {REPORT}. Categories become tags by import-map.yaml.", fg="green")


def _losses(report: "Report", each: bool) -> list[str]:
    """The losses: each with its place, or how many there are of each kind."""
    from collections import Counter

    from site_gen.importing.report import kind_of

    if each:
        return [f"  {one.place}{f':{one.line}' if one.line else ''}: {one.what}" for one in report.losses]
    kinds = Counter(kind_of(one.what) for one in report.losses)
    return [f"  {count:>6,}  {kind}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))]
