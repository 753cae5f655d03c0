"""What the files of feeds and of Blogger begin with."""

_FEEDS = (b"<rss", b"<feed", b"<rdf:RDF", b"https://jsonfeed.org/version/")
_BLOGGER = (b"http://schemas.google.com/g/2005#kind", b"http://schemas.google.com/blogger/2018", b".archive</id>")


def is_feed(start: bytes) -> bool:
    """Whether a file with this beginning is a feed."""
    return any(mark in start for mark in _FEEDS)


def is_of_blogger(start: bytes) -> bool:
    """Whether a feed with this beginning is an export of Blogger."""
    return any(mark in start for mark in _BLOGGER)
