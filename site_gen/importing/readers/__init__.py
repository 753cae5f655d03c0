"""The sources: a module or a folder for each program, with `read(path, zone) -> Result[Export]` where it begins.

`folder.py` is shared by those that are folders of Markdown, `macros.py` by those with shortcodes or template tags,
`elements.py` by those of HTML, `python_settings.py` and `python_markdown.py` by those that Python makes.
"""
