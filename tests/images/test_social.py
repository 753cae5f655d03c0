import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageFont

from site_gen.images.social import _FONT, drawable, social_card
from site_gen.model.picture import SocialView

VIEW = SocialView(
    headline="A frigate sails",
    kicker="Navies",
    masthead="The Desk",
    paper="#ffffff",
    ink="#000000",
    accent="#ff0000",
    maker="",
)
HEADLINES = ("", "A", "W" * 300, "Long words " * 40, "Kyiv’s “Łódź” – €50 bn", "Флот выходит в море", "i" * 5000)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_card_is_small_and_keeps_its_margins(headline: str) -> None:
    made = social_card(replace(VIEW, headline=headline))
    assert made == social_card(replace(VIEW, headline=headline))
    assert len(made) < 40_000
    with Image.open(io.BytesIO(made)) as card:
        assert (card.format, card.size, card.mode) == ("PNG", (1200, 630), "P")
        assert not card.text  # type: ignore[attr-defined]
        plain = card.convert("RGB")
    for margin in ((0, 16, 64, 630), (1136, 16, 1200, 630), (0, 600, 1200, 630)):
        assert plain.crop(margin).getcolors(1) == [((margin[2] - margin[0]) * (margin[3] - margin[1]), (255, 255, 255))]


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(codec="utf-8").filter(drawable), max_size=400))
def test_any_headline_that_can_be_drawn_is_drawn(headline: str) -> None:
    assert len(social_card(replace(VIEW, headline=headline, kicker=headline[:90], masthead=headline[:90]))) < 60_000


def test_each_part_is_seen_and_each_colour_used() -> None:
    made = {social_card(VIEW)}
    for name in ("headline", "kicker", "masthead"):
        made.add(social_card(replace(VIEW, **{name: "Other"})))
    for name in ("paper", "ink", "accent"):
        made.add(social_card(replace(VIEW, **{name: "#123456"})))
    assert len(made) == 7


def test_drawable_is_what_the_font_has() -> None:
    font = ImageFont.truetype(_FONT, 40, layout_engine=ImageFont.Layout.BASIC)

    def looks(sign: str) -> tuple[float, bytes]:
        return font.getlength(sign), bytes(font.getmask(sign))

    missing = looks("\uffff")
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        if drawable(sign):
            assert looks(sign) != missing, hex(code)
    assert not drawable("中") and not drawable("ا") and not drawable("\u200b") and not drawable("Ship 🚢")
    assert drawable("Émigrés: “Erdoğan” — Łódź, №5, €5 bn… Ελλάδα Київ")
