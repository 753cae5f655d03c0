"""`site-gen fetch`."""

import click

from site_gen.cli.session import Session, site_command


@site_command("fetch")
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option(
    "--timeout", type=click.FloatRange(1, 600), default=60.0, metavar="SECONDS", help="For each (default: 60)."
)
def command(session: Session, urls: tuple[str, ...], timeout: float) -> int:
    """Save pages and feeds from the web into seeds/, where the next ingest finds them.

    Only public addresses are asked, and what their robots.txt allows. No file is overwritten.
    """
    from site_gen.fetching.client import Client, Limits
    from site_gen.fetching.refusal import Failure, Refusal
    from site_gen.fetching.save import Saved, save
    from site_gen.model.problem import Problem
    from site_gen.pipeline.settings import load_settings

    load_settings(session.root)  # a site, not any folder
    client, saved = Client(Limits(seconds=timeout)), list[Saved]()
    problems, has_failed = list[Problem](), False
    for url in dict.fromkeys(urls):
        try:
            one = save(session.root, client.fetch(url))
        except Refusal as refusal:
            has_failed = has_failed or isinstance(refusal, Failure)
            problems.append(Problem(url, 0, 0, refusal.what, refusal.hint))
            continue
        saved.append(one)
        texts = f" ({one.texts} texts)" if one.texts > 1 else f" ({one.title})" if one.title else ""
        session.say(f"  {one.path}{texts}" + ("" if one.is_new else ": it was there already"))
    session.emit({"saved": saved, "problems": problems})
    session.problems(problems)
    if saved:
        session.say(f"{len(saved)} saved. Make posts of them: site-gen ingest", fg="green")
    return 3 if has_failed else 1 if problems else 0
