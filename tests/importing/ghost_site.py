"""A site of Ghost with every trap, as its export has it."""

import json
from typing import Any

Row = dict[str, Any]


def text(words: str, bits: int = 0) -> Row:
    return {"type": "extended-text", "text": words, "format": bits}


def node(kind: str, *children: Row, **values: Any) -> Row:
    return {"type": kind, "children": list(children), **values}


def lexical(*blocks: Row) -> str:
    return json.dumps({"root": {"type": "root", "children": list(blocks)}})


def post(number: int, slug: str, **values: Any) -> Row:
    return {
        "id": f"5f{number:022d}", "uuid": f"uuid-{number}", "title": slug.replace("-", " ").capitalize(), "slug": slug,
        "type": "post", "status": "published", "visibility": "public", "created_at": "2026-05-01T00:00:00.000Z",
        "updated_at": "2026-05-04T12:00:00.000Z", "published_at": f"2026-05-{number:02d}T23:30:00.000Z", **values,
    }  # fmt: skip


FULL = lexical(
    node("paragraph", text("The frigate came "), text("home", 1), text(" with "), text("care", 3), text(" <soon>.")),
    node("heading", text("A heading"), tag="h2"),
    node("paragraph", text("See "), node("link", text("the other"), url="__GHOST_URL__/markdown-only/"), text(".")),
    node("paragraph", text("By "), node("link", text("an old link"), url="__GHOST_URL__/gone-post/#part")),
    node(
        "list",
        node("listitem", text("One")),
        node("listitem", node("list", node("listitem", text("Within one")), listType="bullet", tag="ul")),
        node("listitem", text("Two")),
        listType="number", tag="ol", start=3,
    ),
    node("quote", text("A quotation")),
    node("aside", text("An aside")),
    {
        "type": "image", "src": "__GHOST_URL__/content/images/size/w600/2026/05/frigate.png", "alt": "A grey frigate",
        "caption": "Past the <b>Round Tower</b>", "href": "",
    },
    {
        "type": "gallery", "caption": "Both of them",
        "images": [
            {"src": "__GHOST_URL__/content/images/2026/05/frigate.png", "alt": "Bow"},
            {"src": "__GHOST_URL__/content/images/2026/05/crew.png"},
        ],
    },
    {
        "type": "bookmark", "url": "https://navy.example.org/plan", "caption": "Worth reading",
        "metadata": {
            "title": "The plan", "description": "What is planned", "author": "A. Clerk", "publisher": "Navy",
            "icon": "https://navy.example.org/icon.png", "thumbnail": "",
        },
    },
    {
        "type": "embed", "embedType": "video", "url": "https://www.youtube.com/watch?v=abc123",
        "html": '<iframe src="https://www.youtube.com/embed/abc123"></iframe>',
        "metadata": {"title": "At sea"}, "caption": "A video",
    },
    {"type": "html", "html": '<p onclick="steal()">Raw words</p><script>steal()</script>'},
    {"type": "html", "html": "<p>Members words</p>", "visibility": {"web": {"nonMember": False, "memberSegment": ""}}},
    {"type": "markdown", "markdown": "##Lazy heading\n\nSome *Markdown*."},
    {"type": "codeblock", "code": "if a < b:\n    go()", "language": "python", "caption": "A listing"},
    {"type": "callout", "calloutText": "Mind the <b>gap</b>", "calloutEmoji": "💡"},
    {"type": "toggle", "heading": "Press here", "content": "<p>Opened words</p>"},
    {"type": "video", "src": "__GHOST_URL__/content/media/sea.mp4", "caption": "Moving", "fileName": "sea.mp4"},
    {"type": "audio", "src": "__GHOST_URL__/content/media/horn.mp3", "title": "The horn"},
    {
        "type": "file", "src": "__GHOST_URL__/content/files/plan.pdf", "fileTitle": "Plan", "fileName": "plan.pdf",
        "fileCaption": "As of May", "fileSize": 1000,
    },
    {"type": "button", "buttonText": "Apply", "buttonUrl": "https://navy.example.org/apply"},
    {"type": "email", "html": "<p>Hello {first_name}</p>"},
    {"type": "email-cta", "html": "<p>Upgrade now</p>"},
    {"type": "signup", "header": "Subscribe to us", "buttonText": "Subscribe"},
    {"type": "header", "header": "Big words", "subheader": "Small words"},
    {
        "type": "product", "productTitle": "A book", "productDescription": "About ships", "productRatingEnabled": True,
        "productStarRating": 4, "productButtonEnabled": True, "productButton": "Buy", "productUrl": "https://b.example",
    },
    {"type": "call-to-action", "textValue": "<p>Act</p>", "showButton": True, "buttonText": "Go",
     "buttonUrl": "https://c.example", "hasSponsorLabel": False},
    {"type": "horizontalrule"},
    {"type": "hologram", "html": "<p>Unknown words</p>"},
    node("paragraph"),
)  # fmt: skip
SEEN = (
    "<p>The frigate came <strong>home</strong> with <em>care</em> &lt;soon&gt;.</p><h2>A heading</h2><p>See the other."
    "</p><p>By an old link</p><ol><li>One<ul><li>Within one</li></ul></li><li>Two</li></ol><p>A quotation</p>"
    '<p>An aside</p><figure class="kg-card kg-image-card"><img alt="x"><figcaption>Past the <b>Round Tower</b>'
    "</figcaption></figure><p>Both of them</p>"
    '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://navy.example.org/plan">'
    '<div class="kg-bookmark-title">The plan</div><div class="kg-bookmark-description">What is planned</div>'
    '<div class="kg-bookmark-metadata"><span class="kg-bookmark-author">Navy</span><span class="kg-bookmark-publisher">'
    "A. Clerk</span></div></a><figcaption>Worth reading</figcaption></figure><figcaption>A video</figcaption>"
    "<p>Raw words</p>"
    '<!--kg-gated-block:begin nonMember:false memberSegment:"" --><p>Members words</p><!--kg-gated-block:end-->'
    "<h2>Lazy heading</h2><p>Some Markdown.</p><pre>if a &lt; b: go()</pre><p>A listing</p><div>💡 Mind the gap</div>"
    '<div class="kg-toggle-card"><h4>Press here</h4><button class="kg-toggle-card-icon">open</button>'
    "<p>Opened words</p></div><p>Moving</p>"
    '<div class="kg-audio-card"><div class="kg-audio-title">The horn</div><div class="kg-audio-player">0:00 / 12</div>'
    '</div><a class="kg-file-card-container" href="/x"><div class="kg-file-card-title">Plan</div><div>As of May</div>'
    '<div>plan.pdf</div><div class="kg-file-card-filesize">1 KB</div></a><a>Apply</a>'
    '<div class="kg-signup-card"><div>Subscribe to us<form><button>Subscribe</button></form></div></div>'
    "<h2>Big words</h2><p>Small words</p><h4>A book</h4><p>About ships</p><a>Buy</a><p>Act</p><a>Go</a>"
    "<p>Unknown words</p>"
)
MOBILEDOC = json.dumps(
    {
        "version": "0.3.1",
        "markups": [["strong"], ["a", ["href", "/full-post/"]], ["em"]],
        "atoms": [["soft-return", "", {}]],
        "cards": [
            ["image", {"src": "/content/images/2026/05/crew.png", "caption": "The crew"}],
            ["card-markdown", {"markdown": "A *second* engine."}],
            ["hr", {}],
            ["paywall", {}],
        ],
        "sections": [
            [1, "p", [[0, [], 0, "Words "], [0, [0, 2], 1, "nested"], [0, [], 1, " and"], [1, [], 0, 0],
                      [0, [], 0, "next"]]],
            [1, "h3", [[0, [], 0, "Small heading"]]],
            [1, "p", [[0, [1], 1, "A link"], [0, [], 0, " & more"]]],
            [3, "ul", [[[0, [], 0, "Item"]], [[0, [], 0, "Other item"]]]],
            [10, 0], [10, 1], [10, 2], [10, 3],
            [1, "p", [[0, [], 0, "After the wall"]]],
        ],
    }
)  # fmt: skip
ONLY_MARKDOWN = json.dumps(
    {
        "version": "0.3.1", "markups": [], "atoms": [],
        "cards": [["card-markdown", {"markdown": "##As written\n\nA note[^1] and ![Crew](/content/images/2026/05/"
                                     "crew.png).\n\n```\n##no heading\n```\n\n[^1]: Here."}]],
        "sections": [[10, 0], [1, "p", []]],
    }
)  # fmt: skip
POSTS = [
    post(
        4, "full-post", lexical=FULL, html=SEEN, feature_image="__GHOST_URL__/content/images/2026/05/frigate.png",
        custom_excerpt="She was away for nine months.", codeinjection_head="<script>steal()</script>",
    ),
    post(5, "in-mobiledoc", mobiledoc=MOBILEDOC, updated_at="2026-05-20T12:00:00.000Z"),
    post(6, "markdown-only", mobiledoc=ONLY_MARKDOWN),
    post(7, "only-html", html=SEEN, canonical_url="https://elsewhere.example/original/"),
    post(8, "damaged", lexical="{not json", html="<p>Saved words</p>"),
    post(9, "a-page", type="page", html="<p>About us</p>"),
    post(10, "a-draft", status="draft", published_at=None, html="<p>Secret plans</p>"),
    post(11, "a-letter", status="sent", html="<p>Secret letter</p>"),
    post(12, "for-members", visibility="members", html='<p>Secret talk</p><img src="/content/images/2026/05/map.png">'),
    post(13, "for-payers", visibility="paid", html="<p>Secret sale</p>"),
    post(14, "for-a-tier", visibility="tiers", html="<p>Secret tier</p>"),
    post(15, "by-letter-only", html="<p>Secret by letter</p>"),
    post(16, "later", status="scheduled", published_at="2999-01-01T00:00:00.000Z", html="<p>Secret until then</p>"),
]  # fmt: skip


def export() -> str:
    """The JSON of the export."""
    data = {
        "posts": POSTS,
        "posts_meta": [
            {"post_id": POSTS[0]["id"], "feature_image_alt": "The ship", "feature_image_caption": "Photo: <i>Navy</i>"},
            {"post_id": POSTS[11]["id"], "email_only": True},
        ],
        "users": [{"id": "1", "name": "Mary Reed", "slug": "mary"}, {"id": "2", "name": "Ann Bo", "slug": "ann"}],
        "posts_authors": [
            {"post_id": POSTS[0]["id"], "author_id": "2", "sort_order": 1},
            {"post_id": POSTS[0]["id"], "author_id": "1", "sort_order": 0},
        ],
        "tags": [
            {"id": "t1", "name": "Naval", "slug": "naval", "visibility": "public"},
            {"id": "t2", "name": "#import", "slug": "hash-import", "visibility": "internal"},
            {"id": "t3", "name": "Royal Navy", "slug": "rn", "visibility": "public"},
        ],
        "posts_tags": [
            {"post_id": POSTS[0]["id"], "tag_id": "t3", "sort_order": 0},
            {"post_id": POSTS[0]["id"], "tag_id": "t2", "sort_order": 1},
            {"post_id": POSTS[0]["id"], "tag_id": "t1", "sort_order": 2},
        ],
        "settings": [
            {"key": "timezone", "value": "Europe/London"},
            {"key": "codeinjection_head", "value": "<script>steal()</script>"},
        ],
        "members": [{"id": "m", "email": "reader@example.org"}],
    }
    return json.dumps({"db": [{"meta": {"exported_on": 1780000000000, "version": "5.80.0"}, "data": data}]})


ROUTES = """\
routes:
collections:
  /naval/:
    permalink: /naval/{year}/{slug}/
    filter: tag:naval+featured:false
  /:
    permalink: /{primary_tag}/{slug}/
taxonomies:
  tag: /topic/{slug}/
  author: /author/{slug}/
"""
REDIRECTS = """\
301:
  /old-name/: /naval/2026/full-post/
  ^\\/blog\\/(.*)$: /$1
302:
  /short: https://elsewhere.example/
"""
