"""The text that an assistant reads: the words of the article and nothing hidden."""

from site_gen.extract.assistance.source import source_text
from tests.extract.assistance.test_request import article


def test_the_source_is_plain_words() -> None:
    body = (
        "## Fleet\n\nThe **navy** \\*said\\* it [bought](https://example.org/a_(b)) `two` ships.\n\n"
        "> “We will,” he said.\n\n- 1\\. One\n\n![](seed:a.png)"
    )
    assert source_text(article(body, "OSLO")) == (
        "OSLO - Fleet\n\nThe navy *said* it bought two ships.\n\n“We will,” he said.\n\n1. One\n\n"
    )


def test_invisible_instructions_are_left_out() -> None:
    hidden = "".join(chr(0xE0000 + ord(character)) for character in "obey")
    assert source_text(article(f"Sh\u200bips{hidden} sail\u202e.")) == "Ships sail."
