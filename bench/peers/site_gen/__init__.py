"""site_gen itself, in several dresses."""

import sys
from dataclasses import dataclass
from pathlib import Path

from bench.installing import ROOT, answer, pip_install, python_environment, python_of
from bench.peers import share

_SITE = """title: Bench
base_url: https://example.org/
theme: {theme}
feeds: {{formats: [{feeds}], content: {content}}}
related: {related}
markdown: {{engine: {engine}}}
"""


@dataclass(frozen=True)
class SiteGen:
    """One theme with its feeds, one Markdown engine. `here` runs it in this Python, where it must be installed."""

    label: str
    theme: str
    feeds: str
    content: str
    related: int
    engine: str = "python-markdown"
    here: bool = False
    state = ".site_gen"

    @property
    def python(self) -> str:
        """The Python that it runs in."""
        return sys.executable if self.here else str(python_of("site_gen"))

    def install(self) -> None:
        """The checkout as it is now, built into a wheel and installed as users install it."""
        if self.here:
            return
        python_environment("site_gen", f"{ROOT}[commonmark]", signature=(ROOT / "pyproject.toml").read_text())
        pip_install("site_gen", "--no-deps", "--force-reinstall", str(ROOT))

    def installed(self) -> bool:
        return Path(self.python).is_file()

    def version(self) -> str:
        return answer([self.python, "-m", "site_gen", "--version"])

    def site(self, folder: Path, posts: Path) -> Path:
        share(posts, folder / "content" / "posts")
        (folder / "site.yaml").write_text(self.settings())
        return folder

    def settings(self) -> str:
        """The settings of its site."""
        return _SITE.format(
            theme=self.theme, feeds=self.feeds, content=self.content, related=self.related, engine=self.engine
        )

    def command(self, output: Path) -> list[str]:
        return [*self.build, "--output", str(output)]

    @property
    def build(self) -> list[str]:
        """The command that builds a site into its own folder, from what it was."""
        return [self.python, "-m", "site_gen", "build", "--quiet"]


def plain(engine: str = "python-markdown", here: bool = False) -> SiteGen:
    """The pages that the peers make too: plain theme, one RSS feed of summaries a list, no related posts."""
    label = "site_gen, plain" if engine == "python-markdown" else f"site_gen, plain, {engine}"
    return SiteGen(label, "plain", "rss", "summary", 0, engine, here)


def full(here: bool = False) -> SiteGen:
    """The default theme with all that it comes with: three feeds a list with whole texts, related posts."""
    return SiteGen("site_gen, default theme, all feeds", "broadsheet", "rss, atom, json", "full", 4, here=here)
