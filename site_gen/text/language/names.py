"""What kinds of tags and types of posts are called."""

from site_gen.text.language.catalog import Catalog


def marked(message: str) -> str:
    """A string that is looked up elsewhere; `tools/messages` finds it by this call."""
    return message


KIND_HEADINGS = {
    "country": marked("Countries"),
    "organisation": marked("Organisations"),
    "person": marked("People"),
    "equipment": marked("Equipment"),
    "place": marked("Places"),
    "topic": marked("Topics"),
}
TYPES = {
    "news": marked("News"),
    "analysis": marked("Analysis"),
    "opinion": marked("Opinion"),
    "background": marked("Background"),
}


def kind_heading(catalog: Catalog, kind: str) -> str:
    """The heading of tags of a kind."""
    heading = KIND_HEADINGS.get(kind)
    return catalog.gettext(heading) if heading else kind.capitalize()


def type_name(catalog: Catalog, kind: object) -> str:
    """What a post of a type is called, for readers."""
    name = TYPES.get(str(kind))
    return catalog.gettext(name) if name else str(kind).capitalize()
