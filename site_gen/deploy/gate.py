"""What must not be deployed, whoever asks. Pure: a problem for each thing that stands against it."""

import ipaddress
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from site_gen.deploy.links import broken_links
from site_gen.model.deployment import Plan
from site_gen.model.page import Page
from site_gen.model.post import Withheld
from site_gen.model.problem import Keys, Problem, ValueProblem

_FEW = 3  # pages that are each reported for the same dead link; on more it has one cause
# Names that stand for no site: RFC 2606, RFC 6761. `.test` is left to those who test.
_NO_SITES = ("localhost", "example", "invalid", "example.com", "example.org", "example.net")


def base_url_problem(base_url: str, keys: Keys) -> tuple[ValueProblem, ...]:
    """A problem where a base address, which `keys` lead to in site.yaml, is one of this machine or a placeholder."""
    host = (urlsplit(base_url).hostname or "").lower()
    if not (_is_own(host) or any(host == name or host.endswith(f".{name}") for name in _NO_SITES)):
        return ()
    what = f"The site would be published with the base address {base_url}, which is not a public one."
    hint = "Set 'base_url' in site.yaml or for the target, or give --base-url."
    return (ValueProblem("site.yaml", keys, what, hint),)


def _is_own(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def withheld_problems(pages: Iterable[Page], withheld: Iterable[Withheld]) -> tuple[Problem, ...]:
    """Posts that are held back and all the same have a page."""
    reasons = {one.path: one.reason for one in withheld}
    return tuple(
        Problem(page.source, 0, 0, f"This post is held back ({reasons[page.source]}), but it has the page {page.path}.")
        for page in pages
        if page.source in reasons
    )


def link_problems(
    plan: Plan, pages: Iterable[Page], read: Callable[[str], bytes], leads: Callable[[str], bool]
) -> tuple[Problem, ...]:
    """Links that lead nowhere, by the source of their page; one on many pages is one problem.

    Pages that are as they were when they were last deployed were checked then: they are looked at again only where
    something that they may lead to is gone. `leads` says of an address without a file whether readers are redirected.
    """
    anew = plan.first or bool(plan.removed) or (plan.old is not None and plan.old.base_url != plan.new.base_url)
    paths = plan.new.files if anew else plan.puts
    chosen = sorted(path for path in paths if path.endswith(".html"))
    found = broken_links(chosen, read, plan.new.files, plan.new.base_url, leads)
    sources = {page.path: page.source for page in pages} if found else {}
    shown: dict[str, list[str]] = {}
    for one in found:
        shown.setdefault(one.link, []).append(one.page)
    problems: list[Problem] = []
    for link, on in shown.items():
        if len(on) > _FEW:
            problems.append(_shared(link, on, sources.get(on[0]) or on[0]))
        else:
            problems += (_worded(page, link, sources.get(page) or page) for page in on)
    return tuple(problems)


def _shared(link: str, pages: list[str], source: str) -> Problem:
    """The problem of a link that many pages have, most likely from one place."""
    what = f"The link '{link}' of {len(pages)} pages leads nowhere ({', '.join(pages[:_FEW])} ...)."
    hint = "It may come from the menu, a template or a tag: fix it there, or publish what it leads to."
    return Problem(source, 0, 0, what, hint)


def _worded(page: str, link: str, source: str) -> Problem:
    where = "" if source == page else f" of {page}"
    return Problem(source, 0, 0, f"The link '{link}'{where} leads nowhere.", "Fix it, or publish what it leads to.")
