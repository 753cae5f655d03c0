"""`site-gen rules`."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from site_gen.cli.session import Session, site_command
from site_gen.model.problem import Problem, SiteError, ValueProblem

if TYPE_CHECKING:
    from pathlib import Path

    from site_gen.hosting.ruleset import Ruleset

SERVERS = ("nginx", "caddy", "apache", "s3", "netlify", "cloudflare")


@site_command("rules")
@click.argument("server", type=click.Choice(SERVERS))
@click.option("--base-url", default="", metavar="URL", help="Where the site is published, in place of the setting.")
def command(session: Session, server: str, base_url: str) -> int:
    """Print redirects, headers and types for a web server or host.

    They hold the site's aliases and redirects.yaml as they are published now.
    """
    from site_gen.pages.hosting import ruleset
    from site_gen.session import SiteRequest, SiteSession

    request = SiteRequest(base_url=base_url, ingest=False)
    rules = ruleset(SiteSession(session.root, request).outline(datetime.now(UTC)).indexed.site)
    _refuse_too_many(session.root, server, rules)
    session.warnings(_without_rule(server, rules))
    text = _writer(server)(rules)
    if not session.as_json:
        click.echo(text, nl=False)
    session.emit({"rules": text})
    return 0


def _without_rule(server: str, rules: "Ruleset") -> tuple[Problem, ...]:
    """A warning where a host cannot answer the addresses that a query decides."""
    if not rules.queried or server not in ("s3", "cloudflare"):
        return ()
    first = rules.queried[0][1].source
    more = f" and {len(rules.queried) - 1:,} more" if len(rules.queried) > 1 else ""
    what = f"'{first}'{more} have no rule: {server} does not look at queries, and shows what is there without them."
    return (Problem("", 0, 0, what, "nginx, Apache, Caddy and Netlify can redirect them."),)


def _writer(server: str) -> "Callable[[Ruleset], str]":
    from functools import partial

    from site_gen.hosting.apache import htaccess
    from site_gen.hosting.caddy import site_rules
    from site_gen.hosting.netlify import redirects_file
    from site_gen.hosting.nginx import server_rules
    from site_gen.hosting.s3 import website_configuration

    writers: dict[str, Callable[[Ruleset], str]] = {
        "nginx": server_rules,
        "caddy": site_rules,
        "apache": htaccess,
        "s3": website_configuration,
        "netlify": partial(redirects_file, cloudflare=False),
        "cloudflare": partial(redirects_file, cloudflare=True),
    }
    return writers[server]


def _refuse_too_many(root: "Path", server: str, rules: "Ruleset") -> None:
    """Raise `SiteError` where there are more redirects than a host takes, since it would silently drop the last."""
    from site_gen.hosting.netlify import MOST_BELOW, MOST_SINGLE
    from site_gen.hosting.s3 import MOST_RULES, routable
    from site_gen.parsing.redirects import REDIRECTS
    from site_gen.pipeline.excerpts import with_excerpts

    limits = {
        "s3": ((routable(rules), MOST_RULES),),
        "cloudflare": ((rules.single, MOST_SINGLE), (rules.below, MOST_BELOW)),
    }
    for redirects, most in limits.get(server, ()):
        if len(redirects) > most:
            what = f"There are {len(redirects)} redirects, and {server} takes {most} of this kind."
            problem = ValueProblem(REDIRECTS, (redirects[most].key,), what, "Remove some, or use another host.", True)
            raise SiteError(with_excerpts(root, (problem,)))
