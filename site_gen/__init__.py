"""site_gen: raw article texts become a published news site."""

__version__ = "0.1.0"
