"""The newsroom with targets of tests/deploying, which deployments are attacked with."""

from tests.deploying.conftest import desk, line, moto, ssh

__all__ = ("desk", "line", "moto", "ssh")
