"""Redirects from old addresses: aliases of posts and pages, and redirects.yaml, as one table."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from site_gen.media_types import MEDIA_TYPES
from site_gen.model.page import Page, PageInfo
from site_gen.model.problem import ValueProblem
from site_gen.model.redirect import GONE, SPLAT, Redirect
from site_gen.model.site import Site
from site_gen.model.site_files import RedirectView
from site_gen.pages.automatic import automatic
from site_gen.parsing.redirects import REDIRECTS
from site_gen.urls import address_of, closed, closed_source, decoded, path_of

ALIAS = "an alias in "  # followed by the file that has it


def table(site: Site) -> tuple[Redirect, ...]:
    """Every redirect of the site, from both sources; all rules for hosts are written from this.

    What has expired is gone, so that it is withdrawn from search engines and caches, too.
    """
    aliases = tuple(Redirect(closed_source(alias), quote(to)) for alias, to, _, _ in _aliases(site))
    told = (*aliases, *active(site))
    taken = {one.source for one in told} | {post.card.url for one in site.every_edition for post in one.posts}
    return (*told, *(Redirect(url, "", GONE) for url in site.expired if url not in taken))


def queried(site: Site) -> Iterator[Redirect]:
    """The redirects of addresses that their queries decide."""
    aliases = (Redirect(alias, quote(to)) for alias, to, _, _ in _aliases(site) if "?" in alias)
    told = (*aliases, *(one for one in site.redirects if one.queried))
    yield from told
    taken = {one.source for one in told}
    yield from (Redirect(url, "", GONE) for url in site.expired if "?" in url and url not in taken)


def active(site: Site) -> tuple[Redirect, ...]:
    """The redirects of redirects.yaml, without those of lists and feeds that exist again: these win."""
    if not site.redirects:
        return ()
    existing = automatic(site)
    return tuple(one for one in site.redirects if one.source.casefold() not in existing)


def idle_redirects(site: Site) -> tuple[ValueProblem, ...]:
    """A warning for each line of redirects.yaml that is not used, since a list or feed exists at its address."""
    used = frozenset(one.key for one in active(site))
    hint = "Remove the line, or run: site-gen redirect --all"
    return tuple(
        ValueProblem(REDIRECTS, (one.key,), f"'{one.source}' exists, so this line is not used.", hint, of_key=True)
        for one in site.redirects
        if one.key not in used
    )


def redirects(site: Site) -> Iterable[Page]:
    """`redirect.html` at each alias of a post or standing page, and at each single address of redirects.yaml.

    An address that its query decides has no file, and one of a picture none that a browser would take for one.
    """
    for alias, to, title, source in _aliases(site):
        if "?" not in alias:
            yield _redirect(closed(alias), to, title, f"{ALIAS}{source}")
    for one in active(site):
        if one.status != GONE and not (one.prefix or one.queried or _is_picture(one.source)):
            yield _redirect(one.source, one.target, unquote(one.target), REDIRECTS)


def _is_picture(address: str) -> bool:
    return MEDIA_TYPES.get(address.rpartition(".")[2].lower(), "").startswith("image/")


def _aliases(site: Site) -> Iterator[tuple[str, str, str, str]]:
    for edition in site.every_edition:
        for post in edition.posts:
            for alias in post.aliases:
                yield alias, post.card.url, post.card.title, post.source.path
        for page in edition.standing:
            for alias in page.front.aliases:
                yield alias, page.url, page.front.title, page.source.path


def _redirect(url: str, to: str, title: str, source: str) -> Page:
    return Page(
        path=path_of(url),
        template="redirect.html",
        info=PageInfo(url=to, title=title, kind="redirect", index=False),
        view=RedirectView(to=to),
        source=source,
    )


def faults(site: Site, pages: Iterable[Page], files: Iterable[str] = ()) -> tuple[ValueProblem, ...]:
    """What is wrong with redirects.yaml on this site: sources that are pages, targets that are not, chains, loops.

    `files` are the paths of static files. Aliases with a query, which have no page, are looked at here, too.
    """
    twice = _claimed_twice(site)
    if not site.redirects:
        return twice
    existing = {page.path: page.source for page in pages if page.source != REDIRECTS}
    existing |= {path: f"static/{path}" for path in files}
    owners = {path.casefold(): source for path, source in existing.items()}
    single = {one.source.casefold(): one for one in site.redirects if not one.prefix}
    prefixes = tuple(one for one in site.redirects if one.prefix)
    existing |= {path_of(url): "a post that has expired" for url in site.expired}
    aliases = {closed(alias).casefold(): quote(to) for alias, to, _, _ in _aliases(site)}
    found = list(twice)
    for one in active(site):
        owner = owners.get(path_of(one.source).casefold()) if not one.prefix else None
        if owner is not None:
            what = f"'{one.source}' is redirected, but {owner} exists there."
            hint = "Remove one of them; the page itself would never be seen."
            found.append(ValueProblem(REDIRECTS, (one.key,), what, hint, of_key=True))
        elif one.status != GONE and one.target.startswith("/"):
            found += _of_target(one, existing, single, prefixes, aliases)
    return tuple(found)


def _claimed_twice(site: Site) -> tuple[ValueProblem, ...]:
    """Problems of addresses with a query that two posts or pages have, one of them twice, or redirects.yaml, too."""
    claimed = {one.source: REDIRECTS for one in site.redirects if one.queried}
    found = []
    for alias, _, _, source in _aliases(site):
        if "?" in alias and (first := claimed.get(alias)):
            what = "is there twice" if first == source else f"is also in {first}"
            hint = "Keep it once." if first == source else "Keep it in one of them."
            found.append(ValueProblem(source, ("aliases",), f"The alias '{alias}' {what}.", hint, of_key=True))
        else:
            claimed[alias] = source
    return tuple(found)


def _of_target(
    one: Redirect,
    existing: Mapping[str, str],
    single: Mapping[str, Redirect],
    prefixes: tuple[Redirect, ...],
    aliases: Mapping[str, str],
) -> Iterator[ValueProblem]:
    """Problems of a target on this site."""
    path = decoded(one.target)
    if SPLAT in path:
        start = path.partition(SPLAT)[0]
        if any(start.casefold().startswith(other.prefix.casefold()) for other in prefixes):
            yield _fault(
                one, f"'{one.source}' leads to '{one.target}', which is itself redirected.", "Redirect to its end."
            )
        return
    if path_of(closed(path)) in existing and closed(path).casefold() not in aliases:
        return
    address = closed(path).casefold()
    if address in aliases:
        yield _chain(one, aliases[address])
    elif address in single or any(address.startswith(other.prefix.casefold()) for other in prefixes):
        yield _chain(one, _end(single[address], single)) if address in single else _chain(one, "")
    else:
        name = address.strip("/").rpartition("/")[2].removesuffix(".html")
        ends = (f"/{name}/index.html", f"/{name}.html")
        near = min((path for path in existing if f"/{path}".endswith(ends)), default="")  # the same name elsewhere
        hint = f"Did you mean '{address_of(near)}'?" if near else "Redirect to a page, or write 'gone'."
        yield _fault(one, f"'{one.target}' is not a page of this site.", hint)


def _end(first: Redirect, single: Mapping[str, Redirect]) -> str | None:
    """Where a chain of redirects ends: None where it never does, "" where the last page is gone."""
    seen: set[str] = set()
    at: Redirect | None = first
    while at is not None:
        if at.source in seen:
            return None
        seen.add(at.source)
        target = at.target
        at = single.get(closed(decoded(target)).casefold()) if target.startswith("/") else None
    return target


def _chain(one: Redirect, end: str | None) -> ValueProblem:
    if end is None:
        what = f"'{one.source}' leads to '{one.target}', and from there into a loop."
        return _fault(one, what, "Redirect one of them to a page.")
    what = f"'{one.source}' leads to '{one.target}', which is itself redirected."
    return _fault(one, what, f"Write '{one.source}: {end}'." if end else "Redirect to its end, or write 'gone'.")


def _fault(one: Redirect, what: str, hint: str) -> ValueProblem:
    return ValueProblem(REDIRECTS, (one.key,), what, hint)
