import pytest

from site_gen.wording.addresses import markdown_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("/2025/01/talks/", "/2025/01/talks/index.md"),
        ("/2025/talks.html", "/2025/talks.md"),
        ("/a.html.html", "/a.html.md"),
    ],
)
def test_the_address_of_a_post_as_markdown(url: str, address: str) -> None:
    assert markdown_address(url) == address
