"""The text of an article as an assistant reads it, and as its proposals are checked against it."""

import re

from site_gen.model.seed import Article

_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<&])")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
_BLOCK = re.compile(r"^(?:#{1,6} |> |[-*+] |\d+\. )+", re.MULTILINE)
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|_{2,3}|`)")


def source_text(article: Article) -> str:
    """The words of the body without its Markdown, after the place of the dateline; paragraphs end with blank lines.

    Invisible characters, in which instructions can hide, are left out.
    """
    text = _LINK.sub(r"\1", _BLOCK.sub("", article.body))
    text = _INVISIBLE.sub("", _ESCAPED.sub(r"\1", _EMPHASIS.sub("", text)))
    return f"{article.dateline} - {text}" if article.dateline else text
