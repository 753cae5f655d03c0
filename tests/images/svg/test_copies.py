from tests.images.svg.drawn import cleaned, refused


def copies(levels: int, each: int) -> str:
    rows = "".join(f'<g id="a{level + 1}">{f"""<use href="#a{level}"/>""" * each}</g>' for level in range(levels))
    return f'<path id="a0" d="M0 0"/>{rows}'


def test_copies_of_copies_are_counted() -> None:
    assert cleaned(copies(5, 10)) == copies(5, 10)
    assert "more than 1,000,000 elements in all" in refused(copies(6, 10))
    assert "more than 1,000,000 elements in all" in refused(copies(3000, 2))


def test_what_copies_itself_is_not_made_and_does_no_harm() -> None:
    loop = '<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#none"/>'
    assert cleaned(loop) == loop


def test_many_single_copies_are_as_many_as_they_seem() -> None:
    many = '<path id="p" d="M0 0"/>' + '<use href="#p"/>' * 20_000
    assert cleaned(many) == many
