"""The bench of pictures: its photographs, and the command on two small ones."""

import io
import subprocess
import sys

from PIL import Image

from bench.photographs import photograph
from tests.support import ROOT


def test_a_photograph_is_drawn_alike_each_time_and_says_where_it_was_taken() -> None:
    data = photograph(3, (400, 300))
    assert photograph(3, (400, 300)) == data != photograph(4, (400, 300))
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.size == (400, 300)
        assert opened.getexif().get_ifd(0x8825)[2] == (48.0, 3.0, 30.0)
    assert len(data) > 400 * 300 / 8  # as hard to encode as a real one: a bit a pixel at least


def test_the_bench_builds_a_site_of_photographs() -> None:
    command = [sys.executable, str(ROOT / "bench" / "pictures"), "--no-encoders", "--count", "2", "--size", "400x300"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "A site of 2 photographs of 0.12 megapixels" in done.stdout
    assert "| cold build | " in done.stdout and " files of " in done.stdout
