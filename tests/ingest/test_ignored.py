from site_gen.ingest.ignored import Ignored, ignored_notices


def test_many_ignored_files_of_a_kind_share_a_warning() -> None:
    few = tuple(Ignored(f"seeds/{number}.pdf", "No.", "Do.") for number in range(3))
    assert [str(notice) for notice in ignored_notices(few)] == [f"seeds/{n}.pdf: No. Do." for n in range(3)]
    many = (*few, Ignored("seeds/3.pdf", "No.", "Do."), Ignored("seeds/a.md", "Not so.", "Else."))
    assert [str(notice) for notice in ignored_notices(many)] == [
        "seeds: 4 files are not ingested (0.pdf, 1.pdf, 2.pdf and 1 more). Do.",
        "seeds/a.md: Not so. Else.",
    ]
