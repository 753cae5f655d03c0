"""The web application: a request to a file of the current snapshot, or to the preview's own pages."""

import json
from asyncio import sleep, to_thread
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from site_gen.model.problem import Problem, SiteError
from site_gen.model.redirect import GONE
from site_gen.pages.redirect import queried
from site_gen.pages.search import index_of
from site_gen.preview.addresses import destination_of
from site_gen.preview.answer import COMMON, Answer, answer
from site_gen.preview.copied import FileChanged, is_overtaken
from site_gen.preview.guard import Guard
from site_gen.preview.hub import Hub
from site_gen.preview.inject import injected
from site_gen.preview.inspector import about_page, about_site
from site_gen.preview.preview_site import PreviewSite, PreviewSnapshot, RenderedPage
from site_gen.preview.rules import asked_by_query, headers_for, redirect_for
from site_gen.text.digest import digest
from site_gen.urls import below

OWN = "/__site__/"
_CLIENT = Path(__file__).parent / "client"
_SCRIPTS = {"client.js": ("idiomorph.min.js", "client.js"), "client.css": ("client.css",)}
_PATIENCE = 40  # checks, 50 ms apart, whether an edit has been processed
_UNREPORTED = 4  # checks within which an edit that has just been saved is reported
_GONE = Answer(404, COMMON | {"content-type": "text/plain; charset=utf-8"}, b"There is no such page.")
_WITHDRAWN = Answer(410, COMMON | {"content-type": "text/plain; charset=utf-8"}, b"This page is gone for good.")
_EMPTY = b"<!DOCTYPE html><html lang=en><head><title>Preview</title></head><body><p>No page yet.</p></body></html>"


class Preview:
    """The application (ASGI)."""

    def __init__(self, preview_site: PreviewSite, hub: Hub, guard: Guard, bar: bool = True) -> None:
        self.preview_site, self.hub, self.guard, self.bar = preview_site, hub, guard, bar
        self._own = {
            name: b"\n".join((_CLIENT / part).read_bytes() for part in parts) for name, parts in _SCRIPTS.items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            request = Request(scope, receive)
            response = await self._respond(request)
            await response(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self.hub.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _respond(self, request: Request) -> Response:
        arrived = request.scope.get("server") or ("", 0)
        refusal = self.guard.refusal(request.method, request.headers, arrived[0])
        if refusal is None and len(request.headers.getlist("host")) != 1:
            return _plain(400, "Exactly one Host header is required.")
        if refusal is not None:
            return _plain(refusal.status, refusal.why)
        raw: bytes = request.scope.get("raw_path") or b"/"
        raw = raw.partition(b"?")[0]
        if raw.startswith(OWN.encode()):
            return await self._respond_own(request, raw.decode("latin-1").removeprefix(OWN))
        return _response(await self._answer(request, raw))

    async def _answer(self, request: Request, raw: bytes) -> Answer:
        """The response from the current snapshot; where an edit has overtaken it, from the next one."""
        for look in range(_PATIENCE):
            current = self.preview_site.current
            if current is None:
                return _empty(503)
            try:
                return await self._answer_of(current, request, raw, is_last=look + 1 == _PATIENCE)
            except FileChanged:
                await sleep(0.05)
        return _GONE

    async def _answer_of(self, current: PreviewSnapshot, request: Request, raw: bytes, is_last: bool) -> Answer:
        address = unquote(raw.decode("latin-1"))
        if any(address.startswith(current.root + index_of(one)) for one in current.indexed.site.every_edition):
            searched = await to_thread(self.preview_site.with_search_index)
            current = searched or current
        query = request.scope.get("query_string", b"").decode("latin-1")
        if "=" in query and (asked := _by_query(current, address, query)):
            return asked
        destination = destination_of(raw, current.root, current.files)
        if destination.redirect:
            return _moved(destination.redirect, 308)
        if not destination.path and (redirect := redirect_for(current.redirects, address.removeprefix(current.root))):
            to, status = redirect
            return _moved(below(current.root, to), status)
        path = destination.path or ("404.html" if "404.html" in current.files else "")
        if not path:
            return _GONE
        rendered = await self._rendered(path, is_last)
        if isinstance(rendered, SiteError):
            return _empty(503)
        response = self._finished(rendered, current, request, 200 if destination.path else 404)
        extra = {name.lower(): value for name, value in headers_for(current.headers, address)}
        return Answer(response.status, _with_own_policy(extra) | response.headers, response.body)

    def _finished(self, rendered: RenderedPage, current: PreviewSnapshot, request: Request, status: int) -> Answer:
        """The response for a file, with the preview's script where it is an HTML page."""
        data, tag = rendered.data, rendered.tag
        if rendered.path.endswith(".html"):
            data = injected(data, self._facts(rendered, current, status))
            tag = f"{tag}-{current.number}"
        return answer(rendered.path, data, tag, request.headers, status)

    def _facts(self, rendered: RenderedPage, current: PreviewSnapshot, status: int) -> dict[str, str]:
        """What the bar shows about a page."""
        facts = {"tag": self._tag(rendered, current, status), "bar": self._bar(current)}
        if rendered.page is not None:
            facts |= {"source": rendered.page.source, "template": rendered.page.template}
            facts["reason"] = "; ".join(rendered.reasons)
            if unsure := current.unsure_of(rendered.page.source):
                facts["unsure"] = f"ingest is unsure: {'; '.join(unsure)} (site-gen review)"
            withheld = current.withheld.get(rendered.page.info.url)
            if withheld is not None:
                facts["held"] = withheld.reason + (f" until {withheld.until:%Y-%m-%d %H:%M}" if withheld.until else "")
        return facts

    def _tag(self, rendered: RenderedPage, current: PreviewSnapshot, status: int) -> str:
        """A tag that changes with everything that a reader of the page sees, including the bar's marks."""
        unsure = current.unsure_of(rendered.page.source) if rendered.page is not None else ()
        mark = f"-{digest(' '.join(unsure).encode())[:8]}" if unsure else ""
        return f"{status}-{rendered.tag}-{self._bar(current)}{mark}"

    def _bar(self, current: PreviewSnapshot) -> str:
        return "on" if self.bar and current.settings.preview.bar else "off"

    async def _rendered(self, path: str, as_it_is: bool = False) -> RenderedPage | SiteError:
        """A file; where it cannot be rendered while an edit is being processed, the file after that."""
        for look in range(_PATIENCE):
            try:
                return await to_thread(self.preview_site.show, path, as_it_is)
            except SiteError as error:
                good = self.preview_site.last_good(path)
                if not self.preview_site.behind and (good is not None or look > self._patience(error)):
                    return good or error
                await sleep(0.05)
        return self.preview_site.last_good(path) or SiteError(())

    def _patience(self, error: SiteError) -> int:
        """Checks until a page that cannot be rendered is given up: many while an edit of its sources is under way."""
        current = self.preview_site.current
        if current is None or self.preview_site.problems:
            return _UNREPORTED
        return _PATIENCE if is_overtaken(self.preview_site.root, current.sources, error.problems) else _UNREPORTED

    async def _respond_own(self, request: Request, name: str) -> Response:
        if name in self._own:
            return _response(answer(name, self._own[name], f"own-{len(self._own[name])}", request.headers))
        if name == "events":
            stream = self._events(request.query_params.get("path", "/"), request.query_params.get("tag", ""))
            return StreamingResponse(stream, headers=COMMON | {"content-type": "text/event-stream"})
        if name in ("", "about"):
            asked = request.query_params.get("path", "/")
            text = await (
                to_thread(about_page, self.preview_site, asked) if name else to_thread(about_site, self.preview_site)
            )
            return _response(answer("x.html", text.encode(), "notes", {}))
        if name == "held.json":
            current = self.preview_site.current
            withheld = {current.root + url: one.reason for url, one in current.withheld.items()} if current else {}
            return _response(answer(name, json.dumps(withheld).encode(), "held", {}))
        return _plain(404, "There is no such page of the preview.")

    async def _events(self, address: str, tag: str) -> AsyncIterator[str]:
        """What a page must know, as server-sent events: whether it changed, what is wrong, where to go."""
        async for go in self.hub.messages():
            if go is None:
                yield ":\n\n"
                continue
            now, problems = await self._state(address)
            message: dict[str, Any] = {"changed": bool(now) and now != tag, "problems": problems, "go": go}
            tag = now or tag
            yield f"data: {json.dumps(message)}\n\n"

    async def _state(self, address: str) -> tuple[str, list[dict[str, Any]]]:
        """The tag of what is at an address now ("" for nothing), and all problems."""
        current, problems = self.preview_site.current, self.preview_site.problems
        tag = ""
        if current is not None:
            destination = destination_of(
                quote(address, safe="/%:@!$&'()*+,;=~-._").encode(), current.root, current.files
            )
            path = destination.path or "404.html"
            try:
                rendered = await self._rendered(path) if path in current.files else SiteError(())
            except FileChanged:  # the next snapshot will be announced
                rendered = SiteError(())
            if isinstance(rendered, SiteError):
                problems = problems or rendered.problems
            else:
                tag = self._tag(rendered, current, 200 if destination.path else 404)
                problems = problems or await to_thread(self._problems_of, path)
        problems = problems or self.preview_site.page_errors
        return tag, [_as_dict(one) for one in problems]

    def _problems_of(self, path: str) -> tuple[Problem, ...]:
        """Why a page cannot be rendered, while its last good bytes are served."""
        try:
            self.preview_site.show(path)
        except (SiteError, FileChanged) as error:
            return error.problems if isinstance(error, SiteError) else ()
        return ()


def _as_dict(problem: Problem) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in problem.__struct_fields__}


def _with_own_policy(headers: dict[str, str]) -> dict[str, str]:
    """A site's own headers, with a policy that lets the preview's script in."""
    policy = headers.get("content-security-policy")
    if policy:
        for name in ("script-src", "style-src", "connect-src"):
            policy = _allowing_self(policy, name)
        headers["content-security-policy"] = policy
    return headers


def _allowing_self(policy: str, name: str) -> str:
    """The policy with the preview's own address among the sources of a directive, where one restricts them."""
    parts: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        if part := directive.split():
            parts.setdefault(part[0], part[1:])  # of duplicates the first counts (CSP 3, 2.2.1)
    sources = parts.get(name, parts.get("default-src"))
    if sources is not None and "'self'" not in sources:
        parts[name] = [*(source for source in sources if source != "'none'"), "'self'"]
    return "; ".join(" ".join((key, *words)) for key, words in parts.items())


def _by_query(current: PreviewSnapshot, address: str, query: str) -> Answer | None:
    """The response for an address that its query decides, as the rules for servers have it."""
    one = asked_by_query(queried(current.indexed.site), address.removeprefix(current.root), query)
    if one is None:
        return None
    return _WITHDRAWN if one.status == GONE else _moved(below(current.root, one.target), one.status)


def _moved(to: str, status: int) -> Answer:
    safe = quote(to, safe="/%:@!$&'()*+,;=~-._?#[]")
    return Answer(status, COMMON | {"location": safe, "content-type": "text/plain; charset=utf-8"}, b"")


def _empty(status: int) -> Answer:
    """A page without any content of the site, whose script shows the problems."""
    page = injected(_EMPTY, {"tag": "none"})
    return Answer(status, COMMON | {"content-type": "text/html; charset=utf-8"}, page)


def _plain(status: int, text: str) -> Response:
    return Response(text, status, COMMON | {"content-type": "text/plain; charset=utf-8"})


def _response(response: Answer) -> Response:
    return Response(response.body, response.status, response.headers)
