"""The sources, one module each with `read(path, zone) -> Result[Export]`, and what several of them share.

`folder.py` is shared by those that are folders of Markdown, `macros.py` by those with shortcodes or template tags,
`wordpress.py` has the markup of WordPress's texts.
"""
