"""Page makers: each turns the `Site` into the pages of one kind. `PAGE_MAKERS` is the table of contents of a site."""
