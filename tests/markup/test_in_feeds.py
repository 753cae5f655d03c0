from site_gen.markup.in_feeds import feed_html
from site_gen.model.picture import Choice, Picture, Rendition
from site_gen.model.post import Correction
from tests.support import entry

SHIP = Picture(
    src="/ship.jpg",
    alt='A "grey" <5> ship',
    width=900,
    height=600,
    caption="Off Oslo",
    credit="Navy & co",
    choices=(Choice("image/avif", (Rendition("/ship-480.avif", 480, 320),)),),
)


def at(path: str) -> str:
    return f"https://example.org/news{path}"


def righted(*dates: str) -> tuple[Correction, ...]:
    post = entry("a", "A", corrections=[{"date": date, "text": f"<b> & {at}"} for at, date in enumerate(dates, 1)])
    return post.front.corrections


def test_a_text_alone_is_unchanged() -> None:
    assert feed_html("<p>Words.</p>", None, (), at) == "<p>Words.</p>"


def test_the_picture_comes_first_in_one_format_with_size_caption_and_credit() -> None:
    assert feed_html("<p>Words.</p>", SHIP, (), at) == (
        '<figure>\n<img src="https://example.org/news/ship.jpg" alt="A &quot;grey&quot; &lt;5&gt; ship" '
        'width="900" height="600">\n'
        '<figcaption dir="auto">Off Oslo\u00a0· <small>Navy &amp; co</small></figcaption>\n</figure>\n<p>Words.</p>'
    )


def test_corrections_follow_the_text_in_their_order() -> None:
    assert feed_html("<p>Words.</p>", None, righted("2026-01-07", "2026-01-09T10:00:00+00:00"), at) == (
        "<p>Words.</p>\n<h2>Corrections</h2>\n"
        '<p><time datetime="2026-01-07">7 January 2026</time>: &lt;b&gt; &amp; 1</p>\n'
        '<p><time datetime="2026-01-09T10:00:00+00:00">9 January 2026</time>: &lt;b&gt; &amp; 2</p>'
    )
    assert "<h2>Correction</h2>" in feed_html("", None, righted("2026-01-07"), at)
