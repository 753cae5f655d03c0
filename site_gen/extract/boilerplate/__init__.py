"""Cuts lines that are not the article: widgets, notices, credits, menus; each by a named rule."""

from site_gen.extract.boilerplate.cut import cut_boilerplate

__all__ = ["cut_boilerplate"]
