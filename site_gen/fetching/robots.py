"""What a site lets robots fetch (RFC 9309)."""

from urllib.robotparser import RobotFileParser


class Robots:
    """The rules of one site, by its answer for `/robots.txt`.

    Without that file all is allowed; where the site does not say, or fails, nothing is.
    """

    def __init__(self, status: int, data: bytes) -> None:
        self._answer = None if status == 200 else 400 <= status < 500 and status not in (401, 403)
        self._parser = RobotFileParser()
        self._parser.parse(data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())

    def allows(self, agent: str, url: str) -> bool:
        """Whether a robot of this name may fetch an address."""
        return self._parser.can_fetch(agent, url) if self._answer is None else self._answer
