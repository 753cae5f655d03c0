"""Raw text to post: decode, clean, cut, derive, compose. Pure: no clock, no disk but the package's own data."""
