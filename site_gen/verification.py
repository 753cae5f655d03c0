"""Whether a built site equals that of a clean build, byte for byte."""

from pathlib import Path

from msgspec.structs import replace

from site_gen.build import BuildOptions, Built, build
from site_gen.model.problem import Problem
from site_gen.storage.copies import same_bytes
from site_gen.storage.output import Output


def verify(root: Path, options: BuildOptions, built: Built, scratch: Path) -> tuple[Problem, ...]:
    """A problem for each file that differs from a clean build, which is made in `scratch`; there should be none."""
    from site_gen.theming.environment import forget_environments

    forget_environments()
    clean = replace(options, output=str(scratch / "site"), state=str(scratch / "state"), clean=True, ingest=False)
    build(root, clean)
    ours, theirs = Output(Path(built.output)), Output(scratch / "site")
    problems = []
    for path in sorted(ours.owned | theirs.owned):
        here, there = ours.folder / path, theirs.folder / path
        if not same_bytes(here, there):
            what = "This file differs from that of a clean build."
            problems.append(Problem(f"{built.output}/{path}", 0, 0, what, "Build with --clean, and please report it."))
    return tuple(problems)
