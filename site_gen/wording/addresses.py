"""Addresses of what belongs to a page, by the page's own address."""


def markdown_address(url: str) -> str:
    """Where a post is published as Markdown: `/talks/` has it at `/talks/index.md`, `/talks.html` at `/talks.md`."""
    return f"{url}index.md" if url.endswith("/") else f"{url.removesuffix('.html')}.md"
