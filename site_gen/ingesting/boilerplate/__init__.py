"""Lines of a seed that are not the article: widgets, notices, credits, menus. Each is cut by a named rule and logged."""

from site_gen.ingesting.boilerplate.cut import cut_boilerplate

__all__ = ["cut_boilerplate"]
