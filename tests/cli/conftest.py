"""A small site to run commands in."""

from pathlib import Path

import pytest

from tests.support import post, write

SEED = (
    "The Estonian navy sent a patrol boat out of Tallinn on Monday. "
    "It carried a crew of twelve and supplies for a week.\n"
    "\n"
    "The boat will watch the cables that lie on the floor of the Gulf of Finland, the navy said.\n"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(
        tmp_path / "site",
        {
            "site.yaml": "title: A site\nbase_url: https://example.org/\n",
            "content/posts/2026-01-05-one.md": post("One", "2026-01-05T09:00:00+00:00", tags=["NATO"]),
            "content/posts/2026-01-06-draft.md": post("A draft", "2026-01-06T09:00:00+00:00", draft=True),
            "content/posts/2026-03-01-later.md": post("Later", "2026-03-01T14:05:00+00:00"),
            "content/posts/2026-01-07-gone.md": post(
                "Gone", "2026-01-07T09:00:00+00:00", expires="2026-02-01T00:00:00+00:00"
            ),
        },
    )


@pytest.fixture
def seeded(tmp_path: Path) -> Path:
    return write(
        tmp_path / "seeded",
        {"site.yaml": "title: A site\n", "seeds/boat.txt": f"Title: A boat\nDate: 2026-01-05\n\n{SEED}"},
    )
