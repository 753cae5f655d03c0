"""The folders of content/ that hold texts; their names are the kinds of the texts, too."""

POSTS = "posts"
PAGES = "pages"
TAGS = "tags"
TEXT_FOLDERS = (POSTS, PAGES, TAGS)
