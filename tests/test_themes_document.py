"""The examples of docs/themes.md, built as they stand there."""

import re
from pathlib import Path

import pytest

from tests.support import ROOT, run, tree, write

DOCUMENT = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^`([\w./]+)`:\n\n```\w+\n(.*?)^```$", DOCUMENT, re.M | re.S))
POSTS = {
    f"content/posts/p{n}.md": f"---\ntitle: Story {n}\ndate: 2026-01-{n:02}\ntags: [Naval, Arms control]\n---\nText.\n"
    for n in range(1, 19)
}


@pytest.mark.parametrize("theme", ["broadsheet", "evening", "wire", "plain"])
def test_the_examples_build(theme: str, tmp_path: Path) -> None:
    site = EXAMPLES["site.yaml"]
    if theme != "broadsheet":
        site = site[: site.index("theme:")] + f"theme: {theme}\n"
    root = write(tmp_path / "site", {**EXAMPLES, **POSTS, "site.yaml": site})
    done = run("build", "--strict", "--as-of", "2026-02-01 12:00", root=root)
    assert (done.returncode, done.stderr) == (0, "")
    made = {path: data.decode() for path, data in tree(root / "output").items() if path.endswith((".html", ".css"))}
    for path in ("index.html", "2026/01/p3/index.html", "tags/naval/index.html", "404.html", "feeds/index.html"):
        assert '<link rel="me" href="https://social.example.org/@news">\n</head>' in made[path]
        assert re.search(r"<p>© \S.*</p>\n</footer>\n<script .*></script>\n</body>\n", made[path])
    assert 'data-page="/2026/01/p3/"' in made["2026/01/p3/index.html"]
    if theme == "broadsheet":
        assert 'class="accent-navy paper-white' in made["index.html"]
        assert "Cite as: Story 3, 3 January 2026, http://localhost:8000/2026/01/p3/" in made["2026/01/p3/index.html"]
    if theme == "evening":
        assert "First with the last word" in made["tags/index.html"] and "columns-2" in made["tags/index.html"]
        assert "paper-mist" in made["index.html"]
        assert any("border-top:1px solid var(--ink);font:.875rem/1.5" in text for text in made.values())


def test_every_example_with_a_name_is_found() -> None:
    assert sorted(EXAMPLES) == [
        "site.yaml",
        "templates/_body_end.html",
        "templates/_footer_extra.html",
        "templates/_head_extra.html",
        "templates/_share.html",
        "themes/evening/static/_foot.css",
        "themes/evening/templates/home.html",
        "themes/evening/templates/tags.html",
        "themes/evening/theme.yaml",
    ]


def test_the_document_names_every_view() -> None:
    from site_gen.theming.contract import VIEWS, names_of

    rows = dict(re.findall(r"^\| (`[\w.`, ]+`) \| `\w+` \|(.*)\|$", DOCUMENT, re.M))
    told = {name: re.findall(r"\w+", names) for key, names in rows.items() for name in re.findall(r"[\w.]+", key)}
    for template, view in VIEWS.items():
        if template in told:
            assert sorted(told[template]) == sorted(names_of(view).keys() - {"site", "page"}), template
    assert {"home.html", "post.html", "tag.html"} <= told.keys()
