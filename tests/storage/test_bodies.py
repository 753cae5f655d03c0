from pathlib import Path

from site_gen.storage.bodies import Bodies


def test_html_is_kept_as_text(tmp_path: Path) -> None:
    bodies, key = Bodies(tmp_path, "kind"), b"k" * 16
    assert bodies.html(key) is None
    bodies.put_html(key, "<p>é</p>")
    assert bodies.html(key) == "<p>é</p>"
    bodies.close()
    again = Bodies(tmp_path, "kind")
    assert again.html(key) == "<p>é</p>"
    again.close()
