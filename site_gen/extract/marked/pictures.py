"""Which pictures of a seed its post shows."""

from msgspec.structs import replace

from site_gen.extract.text import Paragraph
from site_gen.model.seed import Doubt, SeedPicture


def shown_pictures(
    pictures: tuple[SeedPicture, ...], paragraphs: tuple[Paragraph, ...], credits: bool
) -> tuple[tuple[SeedPicture, ...], tuple[Doubt, ...]]:
    """The pictures that can be published as they are, and what the others lack.

    A build refuses a picture without description, and with `credits` one without a credit.
    """
    described = {
        paragraph.markup.runs[0].marks[0].value: paragraph.markup.runs[0].text
        for paragraph in paragraphs
        if paragraph.kind == "picture" and paragraph.markup
    }
    shown, hidden = [], []
    for picture in pictures:
        alt = described.get(picture.name, "") or picture.alt
        lacking = [*([] if alt else ["description"]), *([] if picture.credit or not credits else ["credit"])]
        if lacking:
            what = f"{picture.name} is in content/images/, but not shown: it has no {' and no '.join(lacking)}."
            hidden.append(Doubt("pictures", what))
        else:
            shown.append(replace(picture, alt=alt))
    return tuple(shown), tuple(hidden)
