"""From raw text to a post: decode, clean, cut, derive, compose. Pure: no clock, no files but the package's own data."""
