from collections.abc import Container

import pytest

from site_gen.indexing.pictures import Pictures
from site_gen.model.picture import Focus, PictureSource, Reference
from site_gen.model.post import Body, Image
from site_gen.model.problem import ValueProblem
from site_gen.model.settings import ImageSettings
from tests.images.samples import picture, saved
from tests.support import picture_source, png

FORMS = ("jpeg", "png", "webp", "avif")
POST = "content/posts/2026/a.md"


def pictures(*sources: PictureSource, forms: tuple[str, ...] = FORMS, **settings: object) -> Pictures:
    chosen = ImageSettings(widths=(100, 200), **settings)  # type: ignore[arg-type]
    return Pictures({source.path: source for source in sources}, chosen, forms)


def image(src: str, credit: str = "Navy") -> Image:
    return Image(src, "A ship", credit)


@pytest.mark.parametrize(
    ("src", "path"),
    [
        ("/ship.png", "static/ship.png"),
        ("/deep/../ship.png", "static/ship.png"),
        ("ship.png", "content/posts/2026/ship.png"),
        ("../ship.png", "content/posts/ship.png"),
        ("../../images/my%20ship.png", "content/images/my ship.png"),
    ],
)
def test_an_address_means_a_file_below_static_or_beside_the_text(src: str, path: str) -> None:
    found = pictures(picture_source(path, png()))
    assert found.image(image(src), POST)
    assert found.problems == []


def test_a_picture_below_static_keeps_its_address_and_one_of_content_has_a_fingerprint() -> None:
    found = pictures(picture_source("static/a.png", png(50, 40)), picture_source("content/images/B b.png", png(50, 40)))
    there, here = found.image(image("/a.png"), POST), found.image(image("../../images/B b.png"), POST)
    assert there is not None and here is not None
    assert there.src == "/a.png"
    assert here.src.startswith("/pictures/b-b-") and here.src.endswith(".png")
    assert found.files[here.src[1:]].form == ""
    assert "a.png" not in found.files


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("static/my ship.png", "/my%20ship.png"),
        ("static/l#m?.png", "/l%23m%3F.png"),
        ("static/50%20.png", "/50%2520.png"),
        ("static/e\u0301.png", "/e%CC%81.png"),
        ("static/a(1)+b,c.png", "/a(1)+b,c.png"),
    ],
)
def test_an_address_below_static_leads_to_the_file_whatever_its_name(path: str, address: str) -> None:
    found = pictures(picture_source(path, png())).image(image(path.removeprefix("static")), POST)
    assert found and found.src == address


def test_none_is_wider_than_its_file_and_the_widest_is_for_every_browser() -> None:
    found = pictures(picture_source("static/a.png", png(300, 150)), picture_source("static/b.png", png(150, 75)))
    wide, narrow = found.image(image("/a.png"), POST), found.image(image("/b.png"), POST)
    assert wide is not None and narrow is not None
    assert [[file.width for file in choice.files] for choice in wide.choices] == [[100, 200], [100, 200]]
    assert [[file.width for file in choice.files] for choice in narrow.choices] == [[100, 150], [100, 150]]
    assert [choice.type for choice in wide.choices] == ["image/avif", "image/webp"]
    assert (wide.width, wide.height) == (200, 100) and "-200." in wide.src
    assert (narrow.width, narrow.height, narrow.src) == (150, 75, "/b.png")


def test_a_posts_picture_has_crops_and_one_in_a_text_has_none() -> None:
    found = pictures(picture_source("static/a.png", png(300, 150)))
    lead = found.image(image("/a.png"), POST)
    body = found.body(Body(POST, "d", 3, asks=(Reference("/a.png", 7, "A ship", "Words", "Navy"),)))
    assert lead is not None
    assert [(crop.width, crop.height) for crop in lead.crops] == [(266, 150), (200, 150), (150, 150)]
    assert lead.social is not None and (lead.social.width, lead.social.height) == (285, 150)
    (shown,) = body.pictures
    assert (shown.crops, shown.social, shown.caption, body.asks) == ((), None, "Words", ())


def crops_of(found: Pictures, focus: str = "") -> list[Focus | None]:
    lead = found.image(Image("/a.png", "A ship", "Navy", focus=focus), POST)
    assert lead is not None and lead.social is not None
    return [found.files[one.url.removeprefix("/")].focus for one in (*lead.crops, lead.social)]


def test_only_crops_are_cut_around_the_focus() -> None:
    found = pictures(picture_source("static/a.png", png(300, 150)))
    assert crops_of(found, "30% 70%") == [Focus(30, 70)] * 4
    assert {file.focus for path, file in found.files.items() if "x" not in path} == {None}


@pytest.mark.parametrize(("size", "focus"), [((300, 150), Focus(50, 25)), ((150, 300), Focus(50, 10))])
def test_without_a_focus_what_is_above_the_centre_stays(size: tuple[int, int], focus: Focus) -> None:
    found = pictures(picture_source("static/a.png", png(*size)))
    assert crops_of(found) == [focus] * 4


def test_two_posts_may_show_one_picture_with_different_focus() -> None:
    found = pictures(picture_source("static/a.png", png(300, 150)))
    lead, other = (found.image(Image("/a.png", "A ship", "Navy", focus=one), POST) for one in ("top", "left"))
    assert lead is not None and other is not None
    assert not {crop.url for crop in lead.crops} & {crop.url for crop in other.crops}
    assert crops_of(found, "top") == [Focus(50, 0)] * 4
    assert lead.choices == other.choices


def test_a_posts_picture_may_have_a_caption() -> None:
    found = pictures(picture_source("static/a.png", png()))
    lead = found.image(Image("/a.png", "A ship", "Navy", caption="At sea"), POST)
    assert lead is not None and (lead.caption, lead.credit, lead.focus) == ("At sea", "Navy", Focus(50, 25))


def test_without_pillow_a_picture_is_unchanged() -> None:
    found = pictures(picture_source("static/a.png", png(300, 150)), forms=())
    shown = found.image(image("/a.png"), POST)
    assert shown is not None
    assert (shown.src, shown.width, shown.height, shown.choices, shown.crops) == ("/a.png", 300, 150, (), ())
    assert found.files == {}


def test_a_static_picture_with_metadata_is_stripped_even_if_no_text_shows_it() -> None:
    found = pictures(picture_source("static/deep/a.png", png(text="A place.")), picture_source("static/b.png", png()))
    assert list(found.files) == ["deep/a.png"]
    assert found.files["deep/a.png"].form == ""


def test_a_picture_of_content_that_no_text_shows_is_not_published() -> None:
    assert pictures(picture_source("content/posts/draft.png", png(text="A place."))).files == {}


@pytest.mark.parametrize(
    ("src", "credit", "what", "hint"),
    [
        ("/shp.png", "Navy", "There is no picture '/shp.png'.", "Did you mean '/ship.png'?"),
        ("shipp.png", "Navy", "There is no picture 'shipp.png'.", "Did you mean 'ship.png'?"),
        (
            "/chart-of-depths.png",
            "Navy",
            "There is no picture '/chart-of-depths.png'.",
            "Put it there: static/chart",
        ),
        ("/ship.png", "", "The picture '/ship.png' has no credit.", "Say whose it is"),
        ("/none.png", "Navy", "'/none.png': This is not a picture", "Save it as"),
    ],
)
def test_problems_are_reported_where_the_picture_is_referred_to(src: str, credit: str, what: str, hint: str) -> None:
    there = ("static/ship.png", "content/posts/2026/ship.png")
    found = pictures(*(picture_source(path, png()) for path in there), picture_source("static/none.png", b"no"))
    assert found.image(image(src, credit), POST) is None
    (problem,) = found.problems
    assert isinstance(problem, ValueProblem) and (problem.path, problem.keys) == (POST, ("image", "src"))
    assert problem.what.startswith(what) and problem.hint.startswith(hint)


def test_a_credit_may_be_optional() -> None:
    found = pictures(picture_source("static/a.png", png()), credit="optional")
    assert found.image(image("/a.png", ""), POST)


def later(*sources: PictureSource, made: Container[str] = (), forms: tuple[str, ...] = FORMS) -> Pictures:
    """Pictures of which only those in some formats and sizes are made, named as `avif 200`."""
    return Pictures(
        {source.path: source for source in sources},
        ImageSettings(widths=(100, 200)),
        forms,
        lambda view: f"{view.form} {view.width}" in made,
    )


@pytest.mark.parametrize("data", [png(300, 200), png(150, 100), png(60, 90)], ids=["wide", "narrow", "upright"])
@pytest.mark.parametrize("folder", ["content/posts", "static"])
def test_a_picture_that_is_not_made_is_shown_as_it_came_where_it_will_be(data: bytes, folder: str) -> None:
    source = picture_source(f"{folder}/a.png", data)
    src = "/a.png" if folder == "static" else "../a.png"
    whole, at_once = pictures(source).image(image(src), POST), (waiting := later(source)).image(image(src), POST)
    assert whole is not None and at_once is not None
    assert at_once.src == whole.src
    assert (at_once.width, at_once.height) == (source.fact.width, source.fact.height)
    assert (at_once.choices, at_once.crops) == ((), ())
    assert at_once.social is not None and at_once.social.url == whole.src
    assert waiting.pending == {source.path}
    assert {view.form for view in waiting.files.values()} <= {""}  # stripped of metadata, as every form is


def test_a_picture_that_is_made_is_shown_in_its_sizes() -> None:
    source = picture_source("content/posts/a.png", png(300, 200))
    whole = pictures(source)
    shown = whole.image(image("../a.png"), POST)
    made = {f"{view.form} {view.width}" for view in whole.files.values()}
    found = later(source, made=made)
    assert found.image(image("../a.png"), POST) == shown
    assert (found.pending, found.files) == (set(), whole.files)
    found = later(source, made=made - {"webp 100"})
    assert found.image(image("../a.png"), POST)
    assert found.pending == {source.path}
    assert [view.form for view in found.files.values()] == ["png"]  # this one is made, and smaller than the source


def test_a_webp_is_made_as_jpeg_at_once_and_a_drawing_never_waits() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    webp = picture_source("static/a.webp", saved(picture(width=300, height=200), "WEBP"))
    drawing = picture_source("static/b.svg", svg)
    found = later(webp, drawing)
    shown = found.image(image("/a.webp"), POST)
    assert shown is not None and (shown.width, shown.type) == (200, "image/jpeg")
    assert found.files[shown.src[1:]].form == "jpeg" and len(found.files) == 2
    assert found.image(image("/b.svg"), POST)
    assert found.pending == {"static/a.webp"}


def test_without_an_encoder_no_picture_is_waited_for() -> None:
    found = later(picture_source("static/a.png", png(300, 200)), forms=())
    assert found.image(image("/a.png"), POST)
    assert found.pending == set()
