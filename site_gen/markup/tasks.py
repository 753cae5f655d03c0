"""Tasks in lists, `- [x] done`: shown by symbols, which feeds may have and screen readers read aloud."""

import re

_DONE, _OPEN = "☑ ", "☐ "

# The checkboxes of pymdown-extensions, and the symbols for them.
TASK_SYMBOLS = {
    '<input type="checkbox" disabled checked/> ': _DONE,
    '<input type="checkbox" disabled/> ': _OPEN,
}
# The checkboxes of pulldown-cmark, and a list whose first item has one.
_LIST = re.compile(r'<(ul|ol( start="\d+")?)>(?=\n<li>\n?(?:<p>)?<input disabled="" type="checkbox")')
_ITEM = re.compile(r'<li>(\n<p>)?<input disabled="" type="checkbox"( checked="")?/>\n?')


def with_task_symbols(made: str) -> str:
    """The HTML of pulldown-cmark with tasks like those of the other engine."""
    made = _LIST.sub(lambda match: f'<{match[1]} class="task-list">', made)
    return _ITEM.sub(lambda match: f'<li class="task-list-item">{match[1] or ""}{_DONE if match[2] else _OPEN}', made)
