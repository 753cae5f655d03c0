"""The bench of ingest: its seeds, and the command on a few of them."""

import subprocess
import sys

from bench.seed_texts import FORMS, seeds
from tests.support import ROOT


def test_the_same_number_of_seeds_has_the_same_texts_of_every_form() -> None:
    texts = dict(seeds(20))
    assert dict(seeds(20)) == texts
    assert {name.removesuffix(".txt").split("-")[1] for name in texts} == set(FORMS)
    assert all(300 < len(text.split()) < 700 for text in texts.values())


def test_two_checkouts_take_turns_and_the_parse_has_its_share() -> None:
    command = [sys.executable, str(ROOT / "bench" / "seeds"), "--seeds", "10", "--jobs", "1", "--against", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert f"here to {ROOT.name}: " in done.stdout
    assert "parsing sentences: " in done.stdout
    assert "by part: " in done.stdout


def test_a_form_that_is_none_is_refused() -> None:
    command = [sys.executable, str(ROOT / "bench" / "seeds"), "--forms", "wire,letter"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode
    assert "There is no form 'letter'." in done.stderr
