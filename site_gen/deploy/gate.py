"""Pre-deploy checks: a problem for each thing that must not be published. Pure."""

import ipaddress
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from site_gen.deploy.links import broken_links
from site_gen.model.deployment import Plan
from site_gen.model.page import Page
from site_gen.model.post import Withheld
from site_gen.model.problem import Keys, Problem, ValueProblem

_FEW = 3  # pages that are each reported for the same dead link; more pages most likely have one cause
# Reserved names (RFC 2606, RFC 6761), except `.test`, which tests use.
_NO_SITES = ("localhost", "example", "invalid", "example.com", "example.org", "example.net")


def base_url_problem(base_url: str, keys: Keys) -> tuple[ValueProblem, ...]:
    """A problem where a base URL, the value at `keys` in site.yaml, is this machine's or a placeholder."""
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
    """Problems for posts that have a page although they are withheld."""
    reasons = {one.path: one.reason for one in withheld}
    return tuple(
        Problem(page.source, 0, 0, f"This post is held back ({reasons[page.source]}), but it has the page {page.path}.")
        for page in pages
        if page.source in reasons
    )


def linking_pages(plan: Plan) -> list[str]:
    """The paths of all pages whose links have to be checked."""
    all_pages = plan.first or bool(plan.removed) or (plan.old is not None and plan.old.base_url != plan.new.base_url)
    return sorted(path for path in (plan.new.files if all_pages else plan.puts) if path.endswith(".html"))


def link_problems(
    plan: Plan, pages: Iterable[Page], read: Callable[[str], bytes], is_redirected: Callable[[str], bool]
) -> tuple[Problem, ...]:
    """Problems for broken links, by the source of their page; a link on many pages is one problem.

    Pages that did not change since the last deployment were checked then, so they are checked again only where
    something that they may link to is gone. `is_redirected` says whether an address without a file redirects.
    """
    found = broken_links(linking_pages(plan), read, plan.new.files, plan.new.base_url, is_redirected)
    sources = {page.path: page.source for page in pages} if found else {}
    pages_by_link: dict[str, list[str]] = {}
    for one in found:
        pages_by_link.setdefault(one.link, []).append(one.page)
    problems: list[Problem] = []
    for link, on in pages_by_link.items():
        if len(on) > _FEW:
            problems.append(_shared(link, on, sources.get(on[0]) or on[0]))
        else:
            problems += (_broken_link(page, link, sources.get(page) or page) for page in on)
    return tuple(problems)


def _shared(link: str, pages: list[str], source: str) -> Problem:
    """The problem for a link that many pages have, most likely from one place."""
    what = f"The link '{link}' of {len(pages)} pages leads nowhere ({', '.join(pages[:_FEW])} ...)."
    hint = "It may come from the menu, a template or a tag: fix it there, or publish what it leads to."
    return Problem(source, 0, 0, what, hint)


def _broken_link(page: str, link: str, source: str) -> Problem:
    where = "" if source == page else f" of {page}"
    return Problem(source, 0, 0, f"The link '{link}'{where} leads nowhere.", "Fix it, or publish what it leads to.")
