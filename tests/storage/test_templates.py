from pathlib import Path

import jinja2

from site_gen.storage.templates import CompiledTemplates, prepare_templates
from site_gen.theming.environment import environment
from tests.support import theme_of

URL = "https://example.org/"


def render(folder: Path) -> str:
    cache = CompiledTemplates(str(prepare_templates(folder)), URL)
    env = jinja2.Environment(loader=jinja2.DictLoader({"a": "{{ 1 + 1 }}"}), bytecode_cache=cache)
    return env.get_template("a").render()


def test_a_template_is_compiled_once_for_all_processes(tmp_path: Path) -> None:
    assert render(tmp_path / "templates") == "2"
    kept = [path for path in (tmp_path / "templates").rglob("*") if path.is_file()]
    assert len(kept) == 1
    before = kept[0].stat().st_mtime_ns
    assert render(tmp_path / "templates") == "2"
    assert kept[0].stat().st_mtime_ns == before


def test_what_another_version_compiled_is_taken_away(tmp_path: Path) -> None:
    stale = tmp_path / "templates" / "of-another-program" / "x.cache"
    stale.parent.mkdir(parents=True)
    stale.write_bytes(b"x")
    render(tmp_path / "templates")
    assert not stale.exists()


def test_a_cache_that_is_truncated_is_made_again(tmp_path: Path) -> None:
    render(tmp_path / "templates")
    for path in (tmp_path / "templates").rglob("*.cache"):
        path.write_bytes(path.read_bytes()[:20])
    assert render(tmp_path / "templates") == "2"


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    env = jinja2.Environment(
        loader=jinja2.DictLoader({"a": "x"}), bytecode_cache=CompiledTemplates(str(tmp_path / "no"), URL)
    )
    assert env.get_template("a").render() == "x"


def test_what_was_compiled_for_one_base_url_is_not_taken_for_another(tmp_path: Path) -> None:
    said = []
    for base_url in (URL, URL + "news/"):
        env = environment(theme_of({}, {"a": "{{ '/tags/'|url }}"}), base_url)
        env.bytecode_cache = CompiledTemplates(str(tmp_path), base_url)
        said.append(env.get_template("a").render())
    assert said == ["/tags/", "/news/tags/"]
