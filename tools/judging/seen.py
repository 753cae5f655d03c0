"""What a browser sees: axe and IBM's checker, sideways scroll, and what a first visit fetches."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tools.judging import programs
from tools.judging.built import BuiltSite
from tools.judging.chromium import browser
from tools.judging.findings import Finding, NotRun

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VIEWS = (("light", 390, "light"), ("dark", 390, "dark"), ("320 px", 320, "light"), ("wide", 1280, "light"))
# What a first visit may cost: bytes as they travel (gzip), and requests. A post's own text comes on top.
MOST_BYTES, MOST_REQUESTS = 14_000, 3
SIDEWAYS = "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"],
  runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}))
  .violations.map(one => ({id: one.id, help: one.help, nodes: one.nodes.map(node => node.html.slice(0, 160))}))"""
_IBM = """async () => { const {Checker} = (window.ace_ibma || window.ace);
  const report = await new Checker().check(document, ["WCAG_2_2", "IBM_Accessibility"]);
  return report.results.filter(one => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
    .map(one => ({id: one.ruleId, help: one.message, nodes: [(one.snippet || "").slice(0, 160)]})); }"""


def read_faults(judge: str, file: str, view: str, faults: list[Any]) -> Iterator[Finding]:
    """Faults of one page in one view, as axe and IBM's checker tell them."""
    for fault in faults:
        many = f" and {len(fault['nodes']) - 1} more" if len(fault["nodes"]) > 1 else ""
        yield Finding(judge, file, f"{view}: {fault['help']} ({fault['id']}): {fault['nodes'][0]}{many}")


def _source(*parts: str) -> str:
    path = programs.HOME.joinpath("node_modules", *parts)
    if not path.exists():
        raise NotRun(f"node_modules/{'/'.join(parts)} is missing.")
    return path.read_text(encoding="utf-8")


def _open(running: "Browser", address: str, width: int, scheme: Any) -> "Page":
    phone = width < 500
    context = running.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, is_mobile=phone, has_touch=phone, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address, wait_until="load", timeout=20_000)
    return page


def judge_browser(site: BuiltSite, address: str) -> Iterator[Finding]:
    """axe and sideways scroll in four views, IBM's checker in one, on one page of each kind."""
    axe = _source("axe-core", "axe.min.js")
    ibm = _source("accessibility-checker-engine", "ace-window.js")
    with browser() as running:
        for file in site.chosen.values():
            for view, width, scheme in VIEWS:
                page = _open(running, address + site.path_of(file), width, scheme)
                if wide := page.evaluate(SIDEWAYS):
                    yield Finding("sideways", file, f"{view}: the page is {wide} px wider than its window")
                page.evaluate(axe)
                yield from read_faults("axe", file, view, page.evaluate(_AXE))
                if view == "wide":
                    page.evaluate(ibm)
                    yield from read_faults("ibm", file, view, page.evaluate(_IBM))
                page.context.close()


def judge_weight(site: BuiltSite, address: str) -> Iterator[Finding]:
    """Bytes and requests of a first visit to home and to a post, pictures left out; requests to others."""
    with browser() as running:
        for kind in ("home", "post"):
            if kind in site.chosen:
                yield from _weigh(running, address, site.path_of(site.chosen[kind]), site.chosen[kind])


def _weigh(running: "Browser", address: str, path: str, file: str) -> Iterator[Finding]:
    page = running.new_context(viewport={"width": 390, "height": 844}).new_page()
    sizes: list[tuple[str, int]] = []
    foreign: list[str] = []
    page.on("requestfailed", lambda one: foreign.append(one.url))
    page.on("requestfinished", lambda one: sizes.append((one.resource_type, one.sizes()["responseBodySize"])))
    page.goto(address + path, wait_until="networkidle")
    text = len(page.evaluate("document.querySelector('main').innerText").encode()) if file != "index.html" else 0
    fetched = [(kind, size) for kind, size in sizes if kind != "image"]
    total = sum(size for _, size in fetched)
    yield from (Finding("weight", file, f"asks a stranger: {one}") for one in foreign)
    if total > MOST_BYTES + text // 2:
        yield Finding("weight", file, f"a first visit fetches {total} bytes; {MOST_BYTES} are the limit")
    if len(fetched) > MOST_REQUESTS:
        yield Finding("weight", file, f"a first visit makes {len(fetched)} requests; {MOST_REQUESTS} are the limit")
    page.context.close()
