import pytest

from site_gen.markup.engine import engine
from site_gen.markup.tasks import with_task_symbols
from site_gen.model.settings import MarkdownSettings


@pytest.mark.parametrize("name", ["python-markdown", "commonmark"])
@pytest.mark.parametrize("text", ["- [x] a\n- [ ] b", "1. [x] a\n2. [ ] b", "- [x] a\n\n- [ ] b", "3. [X] a\n4. [ ] b"])
def test_no_form_control_is_left(name: str, text: str) -> None:
    made = engine(MarkdownSettings(engine=name)).render(text, True)  # type: ignore[arg-type]
    assert "<input" not in made
    assert "☑ a" in made
    assert "☐ b" in made
    assert made.count('class="task-list"') == 1
    assert made.count('class="task-list-item"') == 2


def test_other_controls_stay() -> None:
    assert with_task_symbols('<li><input type="text"></li>') == '<li><input type="text"></li>'
