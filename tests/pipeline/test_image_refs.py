"""A text is rendered for its pictures and links only where it may have any: however its front matter ends."""

from datetime import UTC
from pathlib import Path

import pytest

from site_gen.model.settings import MarkdownSettings
from site_gen.parsing.post import read_post
from site_gen.pipeline.image_refs import ImageRefs
from site_gen.pipeline.render_bodies import markdown_context
from tests.support import write

HEAD = "---\ntitle: A\ndate: 2026-01-01\ntags: [a, b]\n"
FORMS = [
    f"{HEAD}---\n[b](b.md)\n",
    f"{HEAD}...\n[b](b.md)\n\n---\n\nWords.\n",
    f"\n{HEAD}---\n\n---\n\n[b]: b.md\n\n[b]\n",
    f"{HEAD}---\n[b](b.md)\n".replace("\n", "\r\n"),
    f"{HEAD}...\n[b](b.md)\n\n---\n".replace("\n", "\r"),
    f"\ufeff{HEAD}---\nA... [b](b.md)\n",
]


@pytest.mark.parametrize("text", FORMS)
def test_a_link_is_found_in_every_form_of_a_file(tmp_path: Path, text: str) -> None:
    data = text.encode()
    write(tmp_path, {"content/posts/a.md": data})
    entry = read_post("content/posts/a.md", data, UTC, raw_html=False).value
    assert entry is not None
    room = markdown_context(tmp_path, tmp_path / ".site_gen", MarkdownSettings(), clean=False)
    said, problems = ImageRefs(room)(entry, data)
    assert [link.href for link in said.body.links] == ["b.md"]
    assert not problems
