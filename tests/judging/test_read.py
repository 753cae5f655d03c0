"""What the judges' programs answer is read rightly: a fault is told, silence is not taken for praise."""

import json
from pathlib import Path

import pytest

from tests.support import write
from tools.judging import programs, seen
from tools.judging.built import BuiltSite
from tools.judging.findings import Finding, NotRun

PAGE = '<!DOCTYPE html><link rel="canonical" href="https://example.org/{}"><p>text</p>'


def test_nu_errors_and_warnings_are_faults_and_notes_are_not() -> None:
    messages = [
        {"type": "error", "url": "file:/a/x.html", "lastLine": 3, "message": "Stray end tag."},
        {"type": "info", "subType": "warning", "url": "file:/a/x.html", "lastLine": 4, "message": "No heading."},
        {"type": "info", "url": "file:/a/x.html", "message": "Trailing slash."},
    ]
    found = list(programs.read_nu({"messages": messages}, {"/a/x.html": "x.html"}))
    assert [str(one) for one in found] == ["x.html: line 3: Stray end tag. [vnu]", "x.html: line 4: No heading. [vnu]"]
    with pytest.raises(NotRun, match="no such file"):
        list(programs.read_nu({"messages": [{"type": "non-document-error", "message": "no such file"}]}, {}))


def test_html_validate() -> None:
    message = {"line": 7, "message": "Button is missing type", "ruleId": "no-implicit-button-type"}
    answer = [{"filePath": "/a/x.html", "messages": [message]}]
    (found,) = programs.read_html_validate(answer, {"/a/x.html": "x.html"})
    assert found == Finding("html-validate", "x.html", "line 7: Button is missing type (no-implicit-button-type)")


def test_broken_links_and_pages_that_nothing_leads_to(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": PAGE.format(""), "a/index.html": PAGE.format("a/"), "b/index.html": PAGE.format("")})
    site, local = BuiltSite(tmp_path), "http://127.0.0.1:1/"
    links = [
        {"state": "OK", "url": local},
        {"state": "OK", "url": f"{local}a/#part"},
        {"state": "BROKEN", "url": f"{local}lost/", "parent": f"{local}a/", "status": 404},
    ]
    found = [str(one) for one in programs.read_links({"links": links}, local, site)]
    assert found == [
        "a/: the link to lost/ is broken (404) [links]",
        "b/index.html: no link leads to this page [links]",
    ]
    with pytest.raises(NotRun):
        list(programs.read_links({"links": []}, local, site))


def test_structured_data_that_is_not_seen_is_a_fault() -> None:
    said = {"/a": {"schemas": [], "failed": ["Google: headline"], "warnings": ["Twitter: twitter:site"]}}
    found = [one.what for one in programs.read_structured(said, {"/a": "a.html"})]
    assert found == ["no NewsArticle is seen", "Google: headline"]


def test_the_middle_of_three_runs_counts() -> None:
    def report(score: float, audit: float) -> dict[str, object]:
        refs = [{"id": "lcp", "weight": 25}, {"id": "note", "weight": 0}]
        audits = {"lcp": {"score": audit, "scoreDisplayMode": "numeric"}}
        return {"categories": {"p": {"title": "Speed", "score": score, "auditRefs": refs}}, "audits": audits}

    slow, good = report(0.9, 0.5), report(1, 1)
    assert list(programs.read_lighthouse([slow, good, good], "index.html")) == []
    (found,) = programs.read_lighthouse([slow, good, slow], "index.html")
    assert found.what == "Speed 90: lcp"


def test_faults_of_a_browser_are_told_with_their_view() -> None:
    faults = [{"id": "image-alt", "help": "Images need alt", "nodes": ["<img>", "<img>"]}]
    (found,) = seen.read_faults("axe", "a.html", "dark", faults)
    assert found.what == "dark: Images need alt (image-alt): <img> and 1 more"


def test_a_program_that_fails_or_is_missing_has_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "HOME", tmp_path)
    assert json.loads(programs.call("echo", '{"a": 1}')) == {"a": 1}
    with pytest.raises(NotRun, match="ended with 1"):
        programs.call("false")
    with pytest.raises(NotRun, match="was not found"):
        programs.call("no-such-program-anywhere")
    with pytest.raises(NotRun, match="no answer within"):
        programs.call("sleep", "9", seconds=0)
    with pytest.raises(NotRun, match="is missing"):
        list(programs.judge_nu(BuiltSite(tmp_path), ""))


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ('<title>A &amp; B</title><h1 dir="auto">A <i>&amp; B</i></h1>', True),
        ("<title>A &amp; B | The Desk</title><h1>A &amp; B</h1>", False),
        ("<title>A…</title><h1>A &amp; B</h1>", False),
        ("<h1>A</h1>", False),
    ],
)
def test_a_title_that_is_the_headline_is_told_from_one_that_is_more(page: str, whole: bool) -> None:
    assert programs.title_is_headline(page) == whole
