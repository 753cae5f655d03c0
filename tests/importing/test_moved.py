"""Lines of redirects.yaml that an import adds."""

from pathlib import Path

from site_gen.importing.moved import removed_redirects, with_redirects


def test_values_of_queries_keep_their_case_and_paths_do_not(tmp_path: Path) -> None:
    wanted = {"/?t=A": "/a/", "/?t=a": "/b/", "/Old/": "/a/", "/old/": "/b/"}
    data, lines, refused = with_redirects(tmp_path, wanted)
    assert lines == ('"/?t=A": "/a/"\n', '"/?t=a": "/b/"\n', '"/Old/": "/a/"\n')
    assert refused == {}
    (tmp_path / "redirects.yaml").write_bytes(data)
    assert with_redirects(tmp_path, wanted)[1] == ()


def test_a_line_that_was_removed_does_not_come_back_in_another_case(tmp_path: Path) -> None:
    data, lines, _ = with_redirects(tmp_path, {"/?t=A": "/a/"})
    (tmp_path / "redirects.yaml").write_bytes(data.replace(lines[0].encode(), b""))
    removed = removed_redirects(tmp_path, lines)
    _, again, refused = with_redirects(tmp_path, {"/?t=A": "/a/", "/?t=a": "/b/"}, removed)
    assert list(refused) == ["/?t=A"]
    assert again == ('"/?t=a": "/b/"\n',)
