"""Text that came with markup: Markdown read as lines whose words and marks are apart, and written again.

Everything else in `extract/` works on the words alone. Where they are unchanged in the end, or only less, the post has
their marks; where they were changed, it has the words.
"""
