"""What a reader sees of a post's body: its elements and text, rendered by the reference Markdown engine."""

from html.parser import HTMLParser

from site_gen.markup.reference import reference_parser


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[str] = []
        self.paragraphs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(" ".join((tag, *(name for name, _ in attrs))))
        if tag == "p":
            self.paragraphs.append("")

    def handle_comment(self, data: str) -> None:
        self.elements.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.elements.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.elements.append("instruction")

    def handle_data(self, data: str) -> None:
        if self.paragraphs:
            self.paragraphs[-1] += data

    def unknown_decl(self, data: str) -> None:
        self.elements.append("declaration")


def rendered(body: str) -> tuple[set[str], list[str]]:
    """The elements (with their attributes' names) and each paragraph's text."""
    reader = _Reader()
    reader.feed(reference_parser(trusted=True, bare_links=False).convert(body))
    reader.close()
    return set(reader.elements), [text.rstrip("\n") for text in reader.paragraphs]
