"""Plans, from two manifests."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from site_gen.deploy.plan import corrected, planned, too_many_removed, unfinished_manifest, unknown_removed
from site_gen.model.deployment import Differences, FileFact, Manifest

FILES = st.dictionaries(st.sampled_from("abcdefgh"), st.builds(FileFact, st.sampled_from("12"), st.just(1)))


def manifest(files: dict[str, FileFact], unfinished: bool = False) -> Manifest:
    return Manifest(release="r", when="w", base_url="https://news.test/", files=files, unfinished=unfinished)


@given(FILES, FILES)
def test_what_the_plan_says_makes_the_new_site_of_the_old(old: dict[str, FileFact], new: dict[str, FileFact]) -> None:
    plan = planned(manifest(old), manifest(new))
    after = {path: fact for path, fact in old.items() if path not in plan.removed}
    after |= {path: new[path] for path in plan.puts}
    assert after == new
    assert plan.unchanged == sum(old.get(path) == fact for path, fact in new.items())
    assert plan.empty == (old == new)


@given(FILES, FILES, FILES, st.data())
def test_after_an_interrupted_run_nothing_is_taken_to_be_right_and_nothing_is_forgotten(
    old: dict[str, FileFact], new: dict[str, FileFact], last: dict[str, FileFact], data: st.DataObject
) -> None:
    plan = planned(manifest(old), manifest(new))
    done = data.draw(st.sets(st.sampled_from(plan.puts))) if plan.puts else set()
    maybe = data.draw(st.sets(st.sampled_from(plan.puts))) if plan.puts else set()
    there = old | {path: new[path] for path in done | maybe}
    again = planned(unfinished_manifest(plan, frozenset(done)), manifest(last))
    after = {path: fact for path, fact in there.items() if path not in again.removed}
    after |= {path: last[path] for path in again.puts}
    assert after == last
    assert not again.empty


def test_a_first_deployment_puts_all() -> None:
    plan = planned(None, manifest({"a": FileFact("1", 1)}))
    assert plan.first and plan.added == ("a",) and not plan.empty


def test_many_removals_want_a_word() -> None:
    many = {f"{number:04}": FileFact("1", 1) for number in range(1000)}

    def without(count: int) -> str:
        return too_many_removed(planned(manifest(many), manifest(dict(list(many.items())[count:]))), 256)

    assert without(100) == ""
    assert without(101) == "101 of 1000 files would be removed, more than a tenth."
    assert without(257) == "257 files would be removed, more than 256."
    few = {path: many[path] for path in list(many)[:20]}
    assert too_many_removed(planned(manifest(few), manifest({})), 256).startswith("20 of 20")
    assert too_many_removed(planned(manifest(few), manifest(dict(list(few.items())[10:]))), 256) == ""
    assert too_many_removed(planned(manifest(few), manifest(dict(list(few.items())[1:]))), 0) != ""


@given(FILES, FILES, st.data())
def test_a_manifest_corrected_by_what_is_there_leads_to_the_new_site(
    old: dict[str, FileFact], new: dict[str, FileFact], data: st.DataObject
) -> None:
    """Whatever somebody removed, changed or added at a target, the plan makes the new site of what is really there."""
    paths = st.sets(st.sampled_from(sorted(old))) if old else st.just(set())
    missing, changed = data.draw(paths), data.draw(paths)
    changed -= missing
    unknown = data.draw(st.sets(st.sampled_from("abcdefgh"))) - old.keys()
    found = Differences(missing=tuple(missing), changed=tuple(changed), unknown=tuple(unknown), shared=True)
    there = {path: "edited" if path in changed else fact for path, fact in old.items() if path not in missing}
    there |= dict.fromkeys(unknown, "strange")
    plan = planned(corrected(manifest(old), found, "", with_unknown=True), manifest(new))
    after = {path: fact for path, fact in there.items() if path not in plan.removed}
    after |= {path: new[path] for path in plan.puts}
    assert after == new
    assert plan.empty == (there == new)


def test_unknown_files_are_part_of_the_old_site_only_on_request() -> None:
    strange = Differences(unknown=("x",), shared=True)
    assert corrected(None, strange, "https://news.test/", with_unknown=False) is None
    old = corrected(None, strange, "https://news.test/", with_unknown=True)
    assert old is not None and old.unfinished and list(old.files) == ["x"]
    known = corrected(manifest({}), strange, "", with_unknown=False)
    assert known is not None and not known.files
    own = corrected(manifest({}), replace(strange, shared=False), "", with_unknown=False)
    assert own is not None and list(own.files) == ["x"]


def test_files_that_nobody_knows_are_removed_only_after_a_question() -> None:
    found = Differences(unknown=tuple(f"{number}.txt" for number in range(12)), shared=True)
    old = corrected(None, found, "", with_unknown=True)
    plan = replace(planned(old, manifest({"0.txt": FileFact("1", 1)})), differences=found)
    assert unknown_removed(plan) == found.unknown[1:]
    assert too_many_removed(plan, 256).startswith("11 files at the target are in no manifest of site_gen")
    assert "1.txt, 2.txt" in too_many_removed(plan, 256)
    assert unknown_removed(replace(plan, differences=replace(found, shared=False))) == ()
