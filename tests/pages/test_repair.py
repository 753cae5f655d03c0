"""Repairs of redirects.yaml answer everything, by one step each."""

from site_gen.model.published import PublishedAddress
from site_gen.model.redirect import GONE, Redirect
from site_gen.pages.plan import plan
from site_gen.pages.repair import Answers, Repairs, repairs
from tests.support import entry, site_of

ENTRIES = (entry("fleet", "The fleet", aliases=["/was/"]), entry("drones", "Drones"))
FLEET, OTHER = "content/posts/fleet.md", "content/posts/x.md"


def repaired(recorded: tuple[PublishedAddress, ...], *redirects: Redirect, gone: bool = False) -> Repairs:
    site = site_of(*ENTRIES)
    answers = Answers(recorded, site, ENTRIES, plan(site)[0].pages, ("report.pdf",), redirects)
    return repairs(answers, recorded, redirects, gone)


def lost(address: str, of: str = FLEET, kind: str = "post") -> PublishedAddress:
    return PublishedAddress(address, kind, of, "2026-01-05")


def test_a_lost_address_leads_to_what_follows_it() -> None:
    assert repaired((lost("/old/"),)) == Repairs(added=(("/old/", "/2026/01/fleet/"),))


def test_what_is_answered_needs_nothing() -> None:
    answered = (lost("/2026/01/fleet/"), lost("/was/"), lost("/report.pdf"), lost("/desk/a/"), lost("/gone/"))
    lines = (Redirect("/desk/*", "", GONE, "/desk/*"), Redirect("/gone/", "", GONE, "/gone/"))
    assert repaired(answered, *lines) == Repairs()


def test_nothing_is_gone_unless_somebody_says_so() -> None:
    nowhere = lost("/x/", OTHER)
    assert repaired((nowhere,)) == Repairs(unresolved=(nowhere,))
    assert repaired((nowhere,), gone=True) == Repairs(added=(("/x/", "gone"),))


def test_a_line_whose_target_moved_leads_to_its_end() -> None:
    lines = (Redirect("/a/", "/old/", key="/a/"), Redirect("/b/", "/was/", key="/b/"))
    assert repaired((lost("/old/"),), *lines) == Repairs(
        added=(("/old/", "/2026/01/fleet/"),), changed=(("/a/", "/2026/01/fleet/"), ("/b/", "/2026/01/fleet/"))
    )


def test_a_line_whose_target_is_gone_is_gone_only_by_demand() -> None:
    nowhere, line = lost("/x/", OTHER), Redirect("/a/", "/x/", key="/a/")
    assert repaired((nowhere,), line) == Repairs(unresolved=(nowhere,))
    assert repaired((nowhere,), line, gone=True) == Repairs(added=(("/x/", "gone"),), changed=(("/a/", "gone"),))


def test_a_line_for_a_page_that_exists_again_is_removed() -> None:
    assert repaired((), Redirect("/2026/01/drones/", "/", key="/2026/01/drones/")).removed == ("/2026/01/drones/",)


def test_a_line_that_leads_elsewhere_or_to_what_was_never_published_is_left_alone() -> None:
    lines = (Redirect("/a/", "https://other.test/", key="/a/"), Redirect("/b/", "/never/", key="/b/"))
    assert repaired((), *lines, gone=True) == Repairs()


def test_a_loop_of_lines_leads_nowhere_and_ends() -> None:
    lines = (Redirect("/a/", "/b/", key="/a/"), Redirect("/b/", "/a/", key="/b/"))
    assert repaired((lost("/old/", OTHER),), *lines).added == ()


def test_an_address_with_a_query_is_answered_as_servers_do() -> None:
    over = entry("over", "Over", expires="2026-02-01", aliases=["/?p=1", "/?p=2"])
    posts = (over, entry("fleet", "The fleet", aliases=["/?p=2", "/?t=A"]))
    site = site_of(*posts)
    answers = Answers((), site, posts, plan(site)[0].pages, (), ())
    assert [answers.by(one) for one in ("/?p=1", "/?p=2", "/?t=A", "/?t=a")] == ["gone", "redirect", "redirect", ""]
