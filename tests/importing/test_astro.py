"""A site of Astro with every trap, imported, built, and asked for each of its old addresses."""

from pathlib import Path

import pytest

from site_gen.importing.heading_names import github_slug
from site_gen.importing.readers.astro.mdx import without_mdx
from tests.importing.imports import answers, check, imported, losses, skipped, text_of

FILES = {
    "astro.config.mjs": """\
import { writeFileSync } from 'node:fs';
writeFileSync('/tmp/executed-by-import', '');
export default defineConfig({
  site: 'https://old.example.org',
  integrations: [plugin({ base: '/not-this' })],
  redirects: {
    '/was': '/blog/first',
    '/away': { status: 302, destination: 'https://www.example.com/' },
    '/[any]': '/x',
  },
});
""",
    "tsconfig.json": '{"compilerOptions": {"paths": {"@assets/*": ["src/assets/*"]}}}',
    "src/content.config.ts": """\
const blog = defineCollection({ loader: glob({ pattern: '**/*.{md,mdx}', base: './src/texts' }), schema: z.object({}) });
const people = defineCollection({ loader: glob({ pattern: '*.md', base: 'src/people' }) });
export const collections = { blog, people };
""",
    "src/pages/blog/[...slug].astro": """\
---
const posts = await getCollection('blog');
return posts.map((post) => ({ params: { slug: post.id }, props: post }));
---
<Content />
""",
    "src/pages/tags/[tag].astro": "---\nconst posts = await getCollection('blog');\n---\n<List />\n",
    "src/pages/rss.xml.js": "export function GET() {}\n",
    "src/pages/index.astro": "<h1>Home</h1>\n",
    "src/pages/about.md": "---\ntitle: About\nlayout: ../layouts/Page.astro\n---\n\nA desk.\n",
    "src/texts/first.mdx": """\
---
title: First
pubDate: 2026-03-01
updatedDate: 2026-03-02
heroImage: "@assets/ship.png"
tags: [NATO]
---
import { Image } from 'astro:assets';
import ship from '../assets/ship.png';
import Box from '@components/Box.astro';

export const answer = 42;

<Image src={ship} alt="A ship" />

<Box title="Take care of it" tone={answer > 41 ? "a" : "b"}>
    Words *within* it.

    ```js
    const kept = { a: <b>1</b> };
    ```
    <Box>Deeper.</Box>
</Box>

Text{" "}with {answer} and {/* Secret plans. */} a [link](./Second%20Text/index.md), `{kept}`.

<YouTube id="abc123" />

<p className="x" style={{ color: 'red' }} onClick={() => steal()}>A paragraph.</p>

<script>steal()</script>
""",
    "src/texts/Second Text/index.md": "---\ntitle: Second\npubDate: Mar 03 2026\n---\n\n![A map](./map.png) {stays}\n",
    "src/texts/own.md": "---\ntitle: Own\npubDate: 2026-03-04\nslug: my/own\n---\n\nWords.\n",
    "src/texts/fr/texte.md": "---\ntitle: Texte\npubDate: 2026-03-05\n---\n\nUn.\n",
    "src/texts/_later.md": "---\ntitle: Later\npubDate: 2026-03-06\n---\n\nSecret plans.\n",
    "src/texts/draft.md": "---\ntitle: Draft\npubDate: 2026-03-07\ndraft: true\n---\n\nSecret plans.\n",
    "src/people/jane.md": "---\ntitle: Jane\n---\n\nWho she is.\n",
}


def test_astro(tmp_path: Path) -> None:
    site, report = imported(tmp_path, FILES, "src/assets/ship.png", "src/texts/Second Text/map.png")
    check(site, report)
    assert not Path("/tmp/executed-by-import").exists()
    first = text_of(site, "posts/2026-03-01-first.md")
    assert "updated: 2026-03-02" in first and "guid: https://old.example.org/blog/first/" in first.replace('"', "")
    assert "![A ship](/blog/assets/ship.png)" in first and 'src: "/blog/assets/ship.png"' in first
    assert "Take care of it\n\nWords *within* it.\n\n```js\nconst kept = { a: <b>1</b> };\n```\nDeeper." in first
    assert "Text with and a [link](2026-03-03-second-text.md), `{kept}`." in first.replace("  ", " ")
    assert "[https://www.youtube.com/watch?v=abc123](https://www.youtube.com/watch?v=abc123)" in first
    assert "A paragraph." in first and "import" not in first and "export" not in first
    assert "![A map](/blog/second-text/map.png) {stays}" in text_of(site, "posts/2026-03-03-second-text.md")
    assert "language: fr" in text_of(site, "posts/2026-03-05-texte-fr.md")
    assert (
        answers(report).items()
        >= {
            "/blog/first/": "page",
            "/blog/second-text/": "page",
            "/blog/my/own/": "alias",
            "/blog/fr/texte/": "alias",
            "/about/": "page",
            "/was/": "redirect",
            "/away/": "redirect",
            "/rss.xml": "redirect",
        }.items()
    )
    assert "/blog/first/" in (site / "redirects.yaml").read_text(encoding="utf-8")
    assert skipped(report) == {
        "src/texts/_later.md": "its name begins with _: Astro passes it over",
        "src/pages/blog/[...slug].astro": "a template of Astro",
        "src/pages/tags/[tag].astro": "a template of Astro",
        "src/pages/index.astro": "a template of Astro",
    }
    lost = losses(report)
    assert ("src/texts/first.mdx", 12, "an export is left out") in lost
    assert ("src/texts/first.mdx", 16, "the component 'Box' is left out; its words stay") in lost
    assert ("src/texts/first.mdx", 22, "the component 'Box' is left out; its words stay") in lost
    assert ("src/texts/first.mdx", 25, "the expression {answer} is left out") in lost
    what = "its address is not known: no page shows the collection 'people' by its name"
    assert ("src/people/jane.md", 0, what) in lost


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a <A>b</A> c", "a b c"),
        ("<A x={() => <B/>} y='>'/>z", "z"),
        ("<A>\n  <A>b</A>\n", "\n  b\n"),
        ("{'text'} {a.b({c: 1})}", "text "),
        ("a { b", "a { b"),
        ("`<A>` and\n\n```\n<A>{x}</A>\n```\n", "`<A>` and\n\n```\n<A>{x}</A>\n```\n"),
        ("import x from 'y'\n\nText", "\n\nText"),
        ("We import goods, and\nexport them", "We import goods, and\nexport them"),
        ("<A.B title='It is so' />", "It is so"),
        ('<Tweet id="12" />', "[https://x.com/i/status/12](https://x.com/i/status/12)"),
        ('<Fragment set:html={"<p class=\\"x\\">a {b} > c</p>"} />', '\n\n<p class="x">a {b} > c</p>\n\n'),
        ("<A" * 3000, "<A" * 3000),
    ],
)
def test_mdx(text: str, made: str) -> None:
    assert without_mdx(text).text == made


def test_ids() -> None:
    assert github_slug("My Text, v1.0_x") == "my-text-v10_x" and github_slug("Über-uns") == "über-uns"
