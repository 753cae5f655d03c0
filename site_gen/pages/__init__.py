"""Page makers: each makes the pages of one kind from the `Site`. `PAGE_MAKERS` in `plan` lists them."""
