from typing import Any

import pytest

from site_gen.cluster import contents
from site_gen.cluster.contents import Contents
from site_gen.cluster.task import given


def test_a_content_travels_once(dask: Any) -> None:
    held = Contents(dask.client())
    name, first = held.put(b"x" * 1000)
    assert held.put(b"x" * 1000) == (name, first)
    assert held.put(b"y")[0] != name
    assert held.sent == 1001
    assert first.result(timeout=60) == b"x" * 1000


def test_what_is_too_much_and_not_waited_for_is_given_up(dask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "_KEPT", 10)
    held = Contents(dask.client())
    names = [held.put(bytes([number]) * 8)[0] for number in range(3)]
    held.trim(used=names[:1])
    held.put(bytes([0]) * 8)
    assert held.sent == 24, "the one that is waited for is still there"
    held.put(bytes([1]) * 8)
    assert held.sent == 32


def test_a_content_is_what_it_is() -> None:
    assert given(b"x") == b"x"
