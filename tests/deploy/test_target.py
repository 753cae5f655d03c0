"""Each type has a class that can do what a target must."""

import typing
from pathlib import Path

import pytest

from site_gen.deploy.target import Place, Target, target_of
from site_gen.model.problem import OutsideError
from site_gen.model.settings import DeployTarget

TYPES = typing.get_args(typing.get_args(typing.get_type_hints(DeployTarget, include_extras=True)["type"])[0])


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_its_class(kind: str, tmp_path: Path) -> None:
    chosen = DeployTarget(type=kind, path="www", bucket="b", account="a", command=("true",), remote="r:x")  # type: ignore[arg-type]
    target = target_of(Place(name="x", settings=chosen, root=tmp_path, state=tmp_path, scratch=tmp_path))
    wanted = {name for name in vars(Target) if not name.startswith("_")}
    assert wanted == {"live", "differences", "lock", "publish", "rollback", "releases"}
    assert all(callable(getattr(target, name)) for name in wanted)


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "obstore", None)
    place = Place(
        name="x", settings=DeployTarget(type="s3", bucket="b"), root=tmp_path, state=tmp_path, scratch=tmp_path
    )
    with pytest.raises(OutsideError, match=r"pip install 'obstore>=0.8'"):
        target_of(place)
