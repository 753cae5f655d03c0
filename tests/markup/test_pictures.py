import re
from importlib import resources

import jinja2
import pytest
from msgspec.structs import replace

from site_gen.markup.engine import engine
from site_gen.markup.pictures import pictures_in, with_pictures
from site_gen.model.picture import Choice, Focus, Picture, Reference, Rendition
from site_gen.model.settings import MarkdownSettings
from site_gen.text.language.catalog import ENGLISH
from site_gen.theming.strings import string_functions

CHOICES = (Choice("image/webp", (Rendition("/p/a-2.webp", 2, 1), Rendition("/p/a-4.webp", 4, 2))),)


def picture(number: int, **facts: object) -> Picture:
    return Picture(src=f"/p/{number}.jpg", alt=f'No. {number} & "more"', width=4, height=2, **facts)  # type: ignore[arg-type]


def shown(body: str, *pictures: Picture, first: bool = False, bare: bool = False) -> str:
    return with_pictures(body, pictures, lambda url: "/news" + url, first, bare)


@pytest.mark.parametrize("name", ["python-markdown", "commonmark"])
def test_what_a_text_says_of_its_pictures(name: str) -> None:
    markdown = engine(MarkdownSettings(engine=name))  # type: ignore[arg-type]
    text = (
        '![A *ship* & "crew"](ship.jpg "At sea | off Crete | Navy/A. Sailor")\n\n'
        'Words ![B](/b.png "Only a caption") and `![C](c.png)` and \\![D](d.png).\n\n![E](e.png "| Army")\n'
    )
    found = pictures_in(markdown.render(text, trusted=False))
    assert [(one.src, one.caption, one.credit) for one in found] == [
        ("ship.jpg", "At sea | off Crete", "Navy/A. Sailor"),
        ("/b.png", "Only a caption", ""),
        ("e.png", "", "Army"),
    ]
    assert found[1] == Reference("/b.png", 0, "B", "Only a caption", "")


def test_alone_in_its_paragraph_it_is_a_figure() -> None:
    made = shown('<p>a</p>\n<p><img alt="x" src="1"></p>\n<p>b</p>', picture(1, caption="At <sea>", credit="Navy"))
    assert made == (
        '<p>a</p>\n<figure>\n<img src="/news/p/1.jpg" alt="No. 1 &amp; &quot;more&quot;" width="4" height="2" '
        'loading="lazy" decoding="async">\n'
        '<figcaption dir="auto">At &lt;sea&gt;\u00a0· <small>Navy</small></figcaption>\n</figure>\n<p>b</p>'
    )


@pytest.mark.parametrize(
    ("caption", "credit", "words"),
    [
        ("At sea", "Navy", "At sea\u00a0· <small>Navy</small>"),
        ("They sailed at dusk.", "Navy", "They sailed at dusk. <small>Navy</small>"),
        ("", "Navy & <Army>", "<small>Picture: Navy &amp; &lt;Army&gt;</small>"),
        ("At sea", "", "At sea"),
    ],
)
def test_caption_and_credit_are_separated_alike_in_texts_and_templates(caption: str, credit: str, words: str) -> None:
    one = picture(1, caption=caption, credit=credit)
    made = shown('<p><img src="1"></p>', one)
    assert f'<figcaption dir="auto">{words}</figcaption>' in made
    env = jinja2.Environment(autoescape=True, trim_blocks=True)
    env.filters["url"] = str
    env.globals.update(string_functions(ENGLISH))
    text = resources.files("site_gen.theming").joinpath("builtin/_figure.html").read_text(encoding="utf-8")
    assert str(env.from_string(text).module.caption(one)).strip() in made  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("focus", "classes"),
    [(Focus(50, 25), ""), (Focus(50, 10), ' class="across-5 down-1"'), (Focus(0, 100), ' class="across-0 down-10"')],
)
def test_classes_say_where_the_focus_is_for_themes_that_crop(focus: Focus, classes: str) -> None:
    env = jinja2.Environment(autoescape=True, trim_blocks=True)
    env.filters["url"] = str
    env.globals.update(string_functions(ENGLISH))
    text = resources.files("site_gen.theming").joinpath("builtin/_figure.html").read_text(encoding="utf-8")
    made = str(env.from_string(text).module.picture(picture(1, focus=focus), "100vw"))  # type: ignore[attr-defined]
    assert made.strip().startswith(f'<img{classes} src="/p/1.jpg"')


def test_several_alone_are_a_gallery_and_one_in_a_line_stays_there() -> None:
    body = '<p>Look: <img src="1"></p>\n<p><img src="2">\n<img src="3"></p>\n<p>And <img src="4"> too.</p>'
    made = shown(body, *(picture(number) for number in (1, 2, 3, 4)))
    assert made.count("<figure>") == 2
    assert (
        made.index("/p/1.jpg") < made.index('<div class="gallery">') < made.index("/p/2.jpg") < made.index("/p/3.jpg")
    )
    assert made.index("/p/3.jpg") < made.index("</div>") < made.index("<p>And <img") < made.index("/p/4.jpg")


def test_browsers_choose_and_feed_readers_do_not() -> None:
    body = '<p><img src="1"></p>'
    made = shown(body, picture(1, choices=CHOICES))
    assert '<source type="image/webp" srcset="/news/p/a-2.webp 2w, /news/p/a-4.webp 4w" sizes="' in made
    assert "srcset" not in shown(body, picture(1, choices=CHOICES), bare=True)
    assert "loading" not in shown(body, picture(1, choices=CHOICES), bare=True)


def test_the_first_of_a_page_is_loaded_at_once() -> None:
    made = shown('<p><img src="1"></p><p><img src="2"></p>', picture(1), picture(2), first=True)
    assert made.count('fetchpriority="high"') == made.count('loading="lazy"') == 1
    assert made.index("fetchpriority") < made.index("lazy")


def test_a_figure_that_is_higher_than_wide_says_so_on_pages_alone() -> None:
    body = '<p><img src="1"></p><p><img src="2"> <img src="3"></p>'
    pictures = [replace(picture(number), height=height) for number, height in ((1, 6), (2, 4), (3, 5))]
    starts = re.findall("<figure[^>]*>", shown(body, *pictures))
    assert starts == ['<figure class="upright">', "<figure>", '<figure class="upright">']
    assert "upright" not in shown(body, *pictures, bare=True)
