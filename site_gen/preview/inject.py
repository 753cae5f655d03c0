"""The preview's script in a page: one tag, added to what is sent and never to what is built."""

import html
from collections.abc import Mapping

CLIENT = "/__site__/client.js"


def injected(page: bytes, facts: Mapping[str, str]) -> bytes:
    """The page with the script's tag at the end of its head, or before all else where it has none."""
    tag = script_tag(facts)
    at = page.lower().find(b"</head>")
    return page[:at] + tag + page[at:] if at >= 0 else page + tag


def script_tag(facts: Mapping[str, str]) -> bytes:
    """The tag; `facts` are what the bar shows about the page."""
    attributes = "".join(f' data-{name}="{html.escape(value)}"' for name, value in facts.items())
    return f'<script src="{CLIENT}" id="site-gen-preview" defer{attributes}></script>'.encode("utf-8", "replace")
