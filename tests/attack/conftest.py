"""The newsroom with targets of tests/deploy, which deployments are attacked with."""

from tests.deploy.conftest import desk, line

__all__ = ("desk", "line")
