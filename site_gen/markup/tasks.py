"""Tasks in lists, `- [x] done`: shown by signs, which also stand in feeds and are read aloud."""

import re

_DONE, _OPEN = "☑ ", "☐ "

# What pymdown-extensions makes of a task's box, and the sign for it.
TASK_SIGNS = {
    '<input type="checkbox" disabled checked/> ': _DONE,
    '<input type="checkbox" disabled/> ': _OPEN,
}
# What pulldown-cmark does, with the list where it begins one.
_LIST = re.compile(r'<(ul|ol( start="\d+")?)>(?=\n<li>\n?(?:<p>)?<input disabled="" type="checkbox")')
_ITEM = re.compile(r'<li>(\n<p>)?<input disabled="" type="checkbox"( checked="")?/>\n?')


def with_task_signs(made: str) -> str:
    """The HTML of pulldown-cmark with its tasks as the other engine's are."""
    made = _LIST.sub(lambda match: f'<{match[1]} class="task-list">', made)
    return _ITEM.sub(lambda match: f'<li class="task-list-item">{match[1] or ""}{_DONE if match[2] else _OPEN}', made)
