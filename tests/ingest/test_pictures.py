"""Pictures of seeds: freed of metadata, written beside the post, and left alone where a person changed them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from site_gen.ingest.pictures import PictureWriter, with_plain_pictures
from site_gen.model.seed import Article, Seed, SeedPicture
from site_gen.text.digest import digest
from tests.images.samples import jpeg
from tests.ingest.test_ingest import article as words_of
from tests.ingest.test_ingest import locked, take_in
from tests.support import png, tree, write

NOW = datetime(2026, 7, 1, tzinfo=UTC)


def article(*pictures: SeedPicture, body: str = "![A](seed:a%20b.png)", slug: str = "ship") -> Article:
    return Article(
        seed="seeds/a.md",
        title="A",
        summary="",
        date=NOW,
        date_source="header",
        slug=slug,
        body=body,
        pictures=pictures,
    )


def test_metadata_goes_before_anything_is_written() -> None:
    secret = SeedPicture(name="a.png", data=png(text="Ann's camera"))
    seed, doubts = with_plain_pictures(Seed(path="seeds/a.md", text="", modified=NOW, pictures=(secret,)))
    assert doubts == ()
    assert b"Ann" in secret.data and b"Ann" not in seed.pictures[0].data


def test_what_is_no_picture_is_left_out_with_a_reason() -> None:
    pictures = (SeedPicture(name="a.emf", data=b"\1\0\0\0"), SeedPicture(name="b.jpg", data=jpeg()[:200]))
    seed, doubts = with_plain_pictures(Seed(path="seeds/a.md", text="", modified=NOW, pictures=pictures))
    assert seed.pictures == ()
    assert [str(doubt).partition(" is left out: ")[0] for doubt in doubts] == ["pictures: a.emf", "pictures: b.jpg"]


def test_files_are_named_by_post_and_picture(tmp_path: Path) -> None:
    writer = PictureWriter(tmp_path)
    pictures = (
        SeedPicture(name="a b.png", data=png()),
        SeedPicture(name="A-B.PNG", data=png(9)),
        SeedPicture(name="../../x", data=png(7)),
    )
    placed = writer.place(article(*pictures), {})
    assert placed.article.body == "![A](../images/ship/a-b.png)"
    assert list(placed.digests) == [f"content/images/ship/{name}.png" for name in ("a-b", "a-b-2", "x")]
    assert not (tmp_path / "content").exists()
    writer.write(placed)
    assert tree(tmp_path / "content" / "images") == {
        "ship/a-b.png": png(),
        "ship/a-b-2.png": png(9),
        "ship/x.png": png(7),
    }
    assert writer.place(article(*pictures), placed.digests) == placed


def test_a_file_that_somebody_changed_or_had_before_is_never_overwritten(tmp_path: Path) -> None:
    writer = PictureWriter(tmp_path)
    picture = SeedPicture(name="a b.png", data=png())
    other = tmp_path / "content/images/ship/a-b.png"
    other.parent.mkdir(parents=True)
    other.write_bytes(png(30))
    placed = writer.place(article(picture), {})
    assert list(placed.digests) == ["content/images/ship/a-b-2.png"]
    writer.write(placed)
    (tmp_path / "content/images/ship/a-b-2.png").write_bytes(png(40))
    again = writer.place(article(SeedPicture(name="a b.png", data=png(5)), slug="renamed"), placed.digests)
    writer.write(again)
    assert tree(tmp_path / "content" / "images") == {"ship/a-b.png": png(30), "ship/a-b-2.png": png(40)}
    assert again.article.body == "![A](../images/ship/a-b-2.png)"
    assert again.article.decisions[-1].why == "changed by hand, so it stays"
    assert again.digests == placed.digests != {"content/images/ship/a-b-2.png": digest(png(5))}


def test_a_new_version_of_a_picture_replaces_ours(tmp_path: Path) -> None:
    writer = PictureWriter(tmp_path)
    first = writer.place(article(SeedPicture(name="a.png", data=png())), {})
    writer.write(first)
    writer.write(writer.place(article(SeedPicture(name="a.png", data=png(8))), first.digests))
    assert tree(tmp_path / "content" / "images") == {"ship/a.png": png(8)}


def test_a_picture_that_a_killed_run_wrote_is_not_taken_for_one_changed_by_hand(tmp_path: Path) -> None:
    writer = PictureWriter(tmp_path)
    first = writer.place(article(SeedPicture(name="a.png", data=png())), {})
    writer.write(first)
    later = writer.place(article(SeedPicture(name="a.png", data=png(8))), first.digests)
    writer.write(later)
    assert writer.place(article(SeedPicture(name="a.png", data=png(8))), first.digests) == later


def mail(picture: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Navy <press@navy.example>", "Ten frigates are ordered for the fleet"
    message["Date"] = "Tue, 04 Mar 2025 09:30:00 +0100"
    message.set_content(words_of(3, 14))
    message.add_attachment(picture, maintype="image", subtype="png", filename="frigate.png")
    return message.as_bytes()


def test_a_picture_of_a_mail_is_beside_its_post_and_follows_the_seed_until_somebody_changes_it(tmp_path: Path) -> None:
    def images() -> dict[str, bytes]:
        return tree(tmp_path / "content" / "images")

    write(tmp_path, {"site.yaml": "title: T\n", "seeds/a.eml": mail(png(text="Ann"))})
    done = take_in(tmp_path)
    assert (done.problems, len(done.new)) == ((), 1)
    (name,) = images()
    assert name.endswith("/picture-1.png") and images()[name] == png()
    (doubts,) = done.unsure.values()
    what = "pictures: picture-1.png is in content/images/, but not shown: it has no description and no credit."
    assert what in doubts
    assert locked(tmp_path).seeds["seeds/a.eml"].pictures == {f"content/images/{name}": digest(png())}
    write(tmp_path, {"seeds/a.eml": mail(png(9))})
    take_in(tmp_path)
    assert images() == {name: png(9)}
    write(tmp_path, {f"content/images/{name}": png(30), "seeds/a.eml": mail(png(12))})
    take_in(tmp_path)
    assert images() == {name: png(30)}
    assert take_in(tmp_path).kept == 1
