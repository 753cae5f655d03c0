"""The judges that are programs of npm: where they lie, how they are called, what their answers mean."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from tools.judging.built import BuiltSite
from tools.judging.chromium import FLAGS, find_chromium
from tools.judging.findings import Finding, NotRun

HOME = Path(__file__).parent.parent.parent / ".judge"
PACKAGES = Path(__file__).parent / "package.json"
# Accounts at a service, which a newsroom need not have.
_NOT_EVERYBODYS = ("twitter:site", "twitter:creator")
_TITLE = re.compile("<title>(.*?)</title>", re.S)
_HEADLINE = re.compile("<h1[^>]*>(.*?)</h1>", re.S)
_TAG = re.compile("<[^>]*>")
_SDTT = """
const {structuredDataTest} = require("structured-data-testing-tool");
const {Google, Twitter, Facebook} = require("structured-data-testing-tool/presets");
const fs = require("fs");
(async () => {
  const answers = {};
  for (const file of process.argv.slice(1)) {
    const done = await structuredDataTest(fs.readFileSync(file, "utf8"), {presets: [Google, Twitter, Facebook]})
      .catch(error => { if (error.res) return error.res; throw error; });
    const said = list => list.map(test => `${test.group || ""}: ${test.test}`);
    answers[file] = {schemas: done.schemas, failed: said(done.failed), warnings: said(done.warnings)};
  }
  console.log(JSON.stringify(answers));
})().catch(error => { console.error(error); process.exit(1); });
"""


def call(*command: str, seconds: int = 300, codes: Iterable[int] = (0,)) -> str:
    """What a program wrote, by way of a file: some cut their answer short where it is a pipe."""
    with tempfile.TemporaryFile() as said:
        try:
            done = subprocess.run(
                command,
                stdout=said,
                stderr=subprocess.PIPE,
                timeout=seconds,
                cwd=HOME,
                env={**os.environ, "CHROME_PATH": find_chromium(), "NO_COLOR": "1"},
            )
        except FileNotFoundError:
            raise NotRun(f"{command[0]} was not found.") from None
        except subprocess.TimeoutExpired:
            raise NotRun(f"{command[0]} gave no answer within {seconds} s.") from None
        said.seek(0)
        text = said.read().decode("utf-8", errors="replace")
    if done.returncode not in set(codes):
        raise NotRun(
            f"{command[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-300:].strip()}"
        )
    return text


def _json(text: str, who: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise NotRun(f"{who} gave no JSON: {text[:120]!r}") from None


def _module(*parts: str) -> str:
    path = HOME.joinpath("node_modules", *parts)
    if not path.exists():
        raise NotRun(f"node_modules/{'/'.join(parts)} is missing. Delete {HOME.name}/ and run tools/judge again.")
    return str(path)


def install() -> None:
    """Programs of the system by apt where they are missing, then the packages of npm, into `.judge/`."""
    wanted = {"java": "default-jre-headless", "npm": "npm", "node": "nodejs"}
    missing = [package for program, package in wanted.items() if not shutil.which(program)]
    try:
        find_chromium()
    except NotRun:
        missing += ["chromium", "fonts-dejavu-core", "fonts-noto-color-emoji"]
    if missing:
        root = [] if os.geteuid() == 0 else ["sudo"]
        subprocess.run([*root, "apt-get", "update", "-qq"], check=True, stdout=subprocess.DEVNULL)
        line = [*root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
    HOME.mkdir(exist_ok=True)
    installed = HOME / "package.json"
    if (HOME / "done").exists() and installed.exists() and installed.read_bytes() == PACKAGES.read_bytes():
        return
    installed.write_bytes(PACKAGES.read_bytes())
    line = ["npm", "install", "--silent", "--no-fund", "--no-audit", "--ignore-scripts"]
    subprocess.run(line, cwd=HOME, check=True, stdout=subprocess.DEVNULL)
    (HOME / "done").touch()


def read_nu(answer: Any, files: dict[str, str]) -> Iterator[Finding]:
    """The Nu checker's errors and warnings; what it merely notes is left out. `files` by what it calls them."""
    for message in answer["messages"]:
        if message["type"] == "non-document-error":
            raise NotRun(f"vnu could not read: {message['message'][:200]}")
        if message["type"] == "error" or message.get("subType") == "warning":
            name = message.get("url", "").removeprefix("file:")
            place = f"line {message.get('lastLine', '?')}"
            yield Finding("vnu", files.get(name, name), f"{place}: {message['message']}")


def judge_nu(site: BuiltSite, _: str) -> Iterator[Finding]:
    """The Nu HTML checker on every page and every stylesheet."""
    jar = _module("vnu-jar", "build", "dist", "vnu.jar")
    base = ("java", "-Xss4m", "-jar", jar, "--stdout", "--format", "json", "--exit-zero-always")
    for kind, files in ((("--html",), site.pages), (("--css",), site.styles)):
        paths = {str(site.folder.resolve() / file): file for file in files}
        if paths:
            yield from read_nu(_json(call(*base, *kind, *paths), "vnu"), paths)


def read_html_validate(answer: Any, files: dict[str, str]) -> Iterator[Finding]:
    """Errors and warnings of html-validate."""
    for result in answer:
        for message in result["messages"]:
            said = f"line {message['line']}: {message['message']} ({message['ruleId']})"
            yield Finding("html-validate", files.get(result["filePath"], result["filePath"]), said)


def judge_html_validate(site: BuiltSite, _: str) -> Iterator[Finding]:
    """html-validate with its recommended rules on every page; a title is as long as the headline that it repeats."""
    paths = {str(site.folder.resolve() / file): file for file in site.pages}
    settings = HOME / "html-validate.json"
    settings.write_text('{"root": true, "extends": ["html-validate:recommended"], "elements": ["html5"]}')
    program = _module(".bin", "html-validate")
    said = call(program, "--config", str(settings), "--formatter", "json", *paths, codes=(0, 1))
    for finding in read_html_validate(_json(said or "[]", "html-validate"), paths):
        if not (finding.what.endswith("(long-title)") and title_is_headline(site.text(finding.file))):
            yield finding


def title_is_headline(page: str) -> bool:
    """Whether a page's title is its headline and nothing else: a headline is never cut (docs/decisions/0041)."""
    title, headline = _TITLE.search(page), _HEADLINE.search(page)
    if title is None or headline is None:
        return False
    return " ".join(unescape(title[1]).split()) == " ".join(unescape(_TAG.sub("", headline[1])).split())


def read_links(answer: Any, local: str, site: BuiltSite) -> Iterator[Finding]:
    """Broken links, and pages that no link leads to."""
    good = set()
    for link in answer["links"]:
        if link["state"] == "BROKEN":
            parent = (link.get("parent") or local).removeprefix(local)
            said = f"the link to {link['url'].removeprefix(local)} is broken ({link.get('status')})"
            yield Finding("links", parent or "index.html", said)
        elif link["state"] == "OK":
            good.add(link["url"].split("#")[0].removeprefix(local))
    if not good:
        raise NotRun("linkinator found no page at all.")
    for page in site.documents:
        if page != "404.html" and site.path_of(page) not in good:
            yield Finding("links", page, "no link leads to this page")


def judge_links(site: BuiltSite, address: str) -> Iterator[Finding]:
    """Every link below home and their fragments; foreign addresses are not asked."""
    links = list(_crawl(address, address, "--recurse"))
    if "404.html" in site.pages:
        # In a run of its own: what is met first from here would not be followed.
        links += _crawl(address, address + "404.html")
    yield from read_links({"links": links}, address, site)


def _crawl(address: str, start: str, *options: str) -> list[Any]:
    foreign = f"^(?!{re.escape(address)})"
    how = ("--check-fragments", "--check-css", "--format", "json", "--skip", foreign, "--verbosity", "info")
    said = call(_module(".bin", "linkinator"), start, *options, *how, "--concurrency", "20", codes=(0, 1))
    found: list[Any] = _json(said[said.find("{") :], "linkinator")["links"]
    return found


def read_structured(answer: Any, files: dict[str, str]) -> Iterator[Finding]:
    """Failures and warnings of the structured data tester; an article that it does not see is a failure."""
    for path, said in answer.items():
        if not any(name.endswith("NewsArticle") for name in said["schemas"]):
            yield Finding("structured-data", files[path], "no NewsArticle is seen")
        for what in (*said["failed"], *said["warnings"]):
            if any(name in what for name in _NOT_EVERYBODYS):
                continue
            yield Finding("structured-data", files[path], what)


def judge_structured(site: BuiltSite, _: str) -> Iterator[Finding]:
    """Structured data of posts by Google's, Twitter's and Facebook's rules."""
    posts = [site.chosen[kind] for kind in ("post", "long post") if kind in site.chosen]
    if not posts:
        raise NotRun("no post was found.")
    _module("structured-data-testing-tool")
    paths = {str(site.folder.resolve() / file): file for file in posts}
    yield from read_structured(_json(call("node", "-e", _SDTT, *paths), "structured-data-testing-tool"), paths)


def read_lighthouse(reports: Sequence[Any], file: str) -> Iterator[Finding]:
    """The median of several runs, category by category; a category below 100 is a fault, with what it lacks."""
    for name, category in reports[0]["categories"].items():
        ranked = sorted(reports, key=lambda report: report["categories"][name]["score"] or 0)
        middle = ranked[(len(ranked) - 1) // 2]
        score = middle["categories"][name]["score"] or 0
        if score < 1:
            weighty = (ref["id"] for ref in middle["categories"][name]["auditRefs"] if ref["weight"])
            lacks = [one for one in weighty if (middle["audits"][one]["score"] or 0) < 1 and _counts(middle, one)]
            yield Finding("lighthouse", file, f"{category['title']} {round(score * 100)}: {', '.join(lacks)}")


def _counts(report: Any, audit: str) -> bool:
    return report["audits"][audit]["scoreDisplayMode"] not in ("notApplicable", "informative", "manual")


def judge_lighthouse(site: BuiltSite, address: str, runs: int = 3) -> Iterator[Finding]:
    """Lighthouse with its phone profile on home, a post, a tag and the archive."""
    program = _module(".bin", "lighthouse")
    flags = " ".join(["--headless=new", *FLAGS[:-1]])
    for kind in ("home", "post", "tag", "archive"):
        if kind in site.chosen:
            place = address + site.path_of(site.chosen[kind])
            line = (program, place, "--output=json", "--quiet", f"--chrome-flags={flags}")
            reports = [_json(call(*line), "lighthouse") for _ in range(runs)]
            yield from read_lighthouse(reports, site.chosen[kind])
