"""Where things stand on the site. Addresses begin and end with `/`; a page's file is its address's index.html."""

from datetime import date


def post_url(pattern: str, day: date, slug: str, kind: str) -> str:
    """A post's address by the `permalink` pattern of the settings; `day` is that which the post's file says."""
    return pattern.format(year=f"{day.year:04d}", month=f"{day.month:02d}", day=f"{day.day:02d}", slug=slug, type=kind)


def term_url(slug: str) -> str:
    """A tag's address."""
    return f"/tags/{slug}/"


def thread_url(slug: str) -> str:
    """A developing story's address."""
    return f"/threads/{slug}/"


def year_url(year: int) -> str:
    """A year's address."""
    return f"/{year:04d}/"


def month_url(year: int, month: int) -> str:
    """A month's address."""
    return f"/{year:04d}/{month:02d}/"


def page_url(base: str, number: int) -> str:
    """The address of a page of a list."""
    return base if number == 1 else f"{base}page/{number}/"
