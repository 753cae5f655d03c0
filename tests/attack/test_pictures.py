"""A promise to people in danger: whatever a picture's file says besides what it shows, nothing of it is published."""

import base64
import io
import json
import struct
import subprocess
import sys
import time
import warnings
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from site_gen.build import BuildOptions, build
from site_gen.images.derive import Base, base
from site_gen.images.fault import BadPicture
from site_gen.images.strip_metadata import strip_metadata
from site_gen.model.problem import SiteError
from tests.attack import pictures
from tests.attack.pictures import PUBLISHED, REFUSED, SEEN_AS, SPOILT
from tests.programs import needed
from tests.support import BARE, NOON, ROOT, post, tree, write

SITE = {
    "site.yaml": "title: Desk\nbase_url: https://example.org/\ntheme: own\nimages: {credit: optional}\n",
    "themes/own/theme.yaml": "name: Own\n",
    **{f"themes/own/templates/{name}": text for name, text in BARE.items()},
}
# What exiftool may find: the file as such, its size, its colours, its movement, and how it is turned.
SHOWN = """
    SourceFile ExifTool:ExifToolVersion Composite:ImageSize Composite:Megapixels
    File:BitsPerPixel File:BitsPerSample File:ColorComponents File:ColorPlanes File:EncodingProcess File:ExifByteOrder
    File:FileType File:FileTypeExtension File:HotspotX File:HotspotY File:ImageCount File:ImageHeight File:ImageLength
    File:ImageWidth File:MIMEType File:NumColors File:YCbCrSubSampling
    GIF:AnimationIterations GIF:BackgroundColor GIF:BitsPerPixel GIF:ColorResolutionDepth GIF:Duration GIF:FrameCount
    GIF:GIFVersion GIF:HasColorMap GIF:ImageHeight GIF:ImageWidth GIF:TransparentColor
    ICC-header:CMMFlags ICC-header:ColorSpaceData ICC-header:ConnectionSpaceIlluminant ICC-header:DeviceAttributes
    ICC-header:PrimaryPlatform ICC-header:ProfileClass ICC-header:ProfileConnectionSpace
    ICC-header:ProfileFileSignature ICC-header:ProfileVersion ICC-header:RenderingIntent
    ICC_Profile:BlueMatrixColumn ICC_Profile:BlueTRC ICC_Profile:ChromaticAdaptation ICC_Profile:GreenMatrixColumn
    ICC_Profile:GreenTRC ICC_Profile:MediaWhitePoint ICC_Profile:RedMatrixColumn ICC_Profile:RedTRC
    IFD0:Orientation
    JFIF:JFIFVersion JFIF:ResolutionUnit JFIF:XResolution JFIF:YResolution Adobe:ColorTransform
    PNG:AnimationFrames PNG:AnimationPlays PNG:BitDepth PNG:ColorType PNG:Compression PNG:Filter PNG:Gamma
    PNG:ImageHeight PNG:ImageWidth PNG:Interlace PNG:Palette PNG:Transparency
    RIFF:AlphaCompression RIFF:AlphaFiltering RIFF:AlphaPreprocessing RIFF:AnimationLoopCount RIFF:BackgroundColor
    RIFF:Duration RIFF:HorizontalScale RIFF:ImageHeight RIFF:ImageWidth RIFF:VP8Version RIFF:VerticalScale
    RIFF:WebP_Flags SVG:ViewBox SVG:Xmlns
    Meta:PrimaryItemReference QuickTime:AV1ConfigurationVersion QuickTime:ChromaFormat QuickTime:ChromaSamplePosition
    QuickTime:ColorPrimaries QuickTime:ColorProfiles QuickTime:CompatibleBrands QuickTime:HandlerType
    QuickTime:HighBitDepth QuickTime:ImagePixelDepth QuickTime:ImageSpatialExtent QuickTime:InitialDelaySamples
    QuickTime:MajorBrand QuickTime:MatrixCoefficients QuickTime:MediaData QuickTime:MediaDataOffset
    QuickTime:MediaDataSize QuickTime:MinorVersion QuickTime:SeqLevelIdx0 QuickTime:SeqProfile QuickTime:SeqTier0
    QuickTime:TransferCharacteristics QuickTime:TwelveBit
"""
# Fields that a format cannot be without, with the one value that says nothing.
EMPTY = {
    "Adobe:APP14Flags0": "(none)",
    "Adobe:APP14Flags1": "(none)",
    "Adobe:DCTEncodeVersion": 100,
    "ICC-header:DeviceManufacturer": "",
    "ICC-header:DeviceModel": "",
    "ICC-header:ProfileCMMType": "",
    "ICC-header:ProfileCreator": "",
    "ICC-header:ProfileDateTime": "0000:00:00 00:00:00",
    "ICC-header:ProfileID": 0,
    "ICC_Profile:ProfileCopyright": "-",
    "ICC_Profile:ProfileDescription": "RGB",
    "PNG:ProfileName": "ICC profile",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that publishes each of the pictures in every way there is."""
    root = write(tmp_path_factory.mktemp("pictures"), SITE)
    write(root, {f"static/{name}": data for name, data in PUBLISHED.items()})
    write(root, {f"themes/own/static/{name}": data for name, data in PUBLISHED.items()})
    for number, (name, data) in enumerate(shown_in_texts().items()):
        image = {"src": name, "alt": "A ship"}
        text = post(f"Post {number}", f"2026-01-0{number % 9 + 1}", f"![A ship]({name})\n", image=image)
        write(root, {f"content/posts/{name}": data, f"content/posts/p{number}.md": text})
    build(root, BuildOptions(as_of=NOON))
    return root / "output"


def shown_in_texts() -> dict[str, bytes]:
    """A few of each kind: each is made in a dozen sizes."""
    suffixes = (".jpg", ".png", ".webp", ".gif")
    return {
        name: data
        for name, data in PUBLISHED.items()
        if name.endswith(suffixes) and ("exif" in name or "icc" in name or "comment" in name) and name not in SPOILT
    }


def test_no_word_of_it_is_published_while_pictures_wait_for_their_sizes(tmp_path: Path) -> None:
    root = write(tmp_path, SITE)
    write(root, {f"static/{name}": data for name, data in PUBLISHED.items()})
    for number, name in enumerate(shown := shown_in_texts()):
        image = {"src": name, "alt": "A ship"}
        text = post(f"Post {number}", f"2026-01-0{number % 9 + 1}", f"![A ship](/{name})\n", image=image)
        write(root, {f"content/posts/{name}": shown[name], f"content/posts/p{number}.md": text})
    waiting = build(root, BuildOptions(as_of=NOON, pictures_later=True)).pending_pictures
    assert len(waiting) > len(shown)
    files = tree(root / "output")
    assert sum(name.startswith("pictures/") for name in files) >= len(shown)
    assert sorted(name for name, data in files.items() if any(word in data for word in SEEN_AS)) == []


def found_by_exiftool(folder: Path) -> list[dict[str, Any]]:
    exiftool = needed("exiftool", "libimage-exiftool-perl")
    done = subprocess.run(
        [exiftool, "-json", "-a", "-u", "-G1", "-ee", "-r", "-ext", "*", str(folder)], capture_output=True, timeout=120
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def said(found: list[dict[str, Any]]) -> set[str]:
    """What exiftool found of pictures that does not show them."""
    return {
        f"{Path(file['SourceFile']).name}: {tag} = {value}"
        for file in found
        for tag, value in file.items()
        if not tag.startswith("System:") and tag not in SHOWN.split() and EMPTY.get(tag) != value
    }


def test_no_word_of_it_is_anywhere_in_what_is_published(published: Path) -> None:
    files = tree(published)
    assert sum(name in files for name in PUBLISHED) == len(PUBLISHED) > 150
    assert sum(name.startswith("assets/") for name in files) == len(PUBLISHED)
    assert sum(name.startswith("pictures/") for name in files) > 30
    holding = sorted(name for name, data in files.items() if any(word in data for word in SEEN_AS))
    assert holding == []


@pytest.mark.servers
def test_exiftool_finds_only_what_shows_the_picture(published: Path) -> None:
    found = [file for file in found_by_exiftool(published) if file.get("File:MIMEType", "").startswith("image/")]
    assert len(found) > 2 * len(PUBLISHED)
    assert said(found) == set()


@pytest.mark.servers
def test_exiftool_finds_more_in_the_pictures_as_they_came(tmp_path: Path) -> None:
    """The counter-test: were these files empty of metadata, the tests above would hold for nothing."""
    write(tmp_path, PUBLISHED)
    files = {text.partition(":")[0] for text in said(found_by_exiftool(tmp_path))}
    assert len(files) > 90
    assert sum(any(word in data for word in SEEN_AS) for data in PUBLISHED.values()) > 140


def test_what_cannot_be_cleaned_is_a_problem_wherever_it_is(tmp_path: Path) -> None:
    for folder in ("static", "themes/own/static"):
        root = write(tmp_path / folder, SITE)
        write(root, {f"{folder}/deep/{name}": data for name, data in REFUSED.items()})
        with pytest.raises(SiteError) as told:
            build(root, BuildOptions(as_of=NOON, jobs=1))
        problems = {problem.path: problem for problem in told.value.problems}
        assert problems.keys() == {f"{folder}/deep/{name}" for name in REFUSED}
        assert all(problem.what and problem.hint for problem in problems.values())
        assert tree(root / "output") == {}


def test_in_a_text_it_is_a_problem_too(tmp_path: Path) -> None:
    shown = [name for name in REFUSED if name.endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".tif"))]
    write(tmp_path, SITE | {f"content/posts/{name}": REFUSED[name] for name in shown})
    write(tmp_path, {"content/posts/a.md": post("A", body="".join(f"![x]({name})\n\n" for name in shown))})
    with pytest.raises(SiteError) as told:
        build(tmp_path, BuildOptions(as_of=NOON, jobs=1))
    assert len(told.value.problems) == len(shown) > 20


def drawing(held: bytes) -> str:
    """A drawing with words of its program, and with a picture in it."""
    image = f'<image width="4" height="3" href="data:image/jpeg;base64,{base64.b64encode(held).decode()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg"><!-- {pictures.WORD} --><desc/>{image}</svg>'


@pytest.mark.parametrize("folder", ["static", "themes/own/static"])
def test_pictures_within_drawings_are_cleaned_or_refused(tmp_path: Path, folder: str) -> None:
    photograph = next(data for name, data in PUBLISHED.items() if name.startswith("jpeg-exif."))
    root = write(tmp_path, SITE | {f"{folder}/map.svg": drawing(photograph)})
    build(root, BuildOptions(as_of=NOON, jobs=1))
    (made,) = (data for name, data in tree(root / "output").items() if name.startswith(("map.", "assets/map.")))
    assert base64.b64encode(strip_metadata(photograph).data) in made
    assert pictures.CANARY not in made
    write(root, {f"{folder}/map.svg": drawing(REFUSED["photograph.tif"])})
    with pytest.raises(SiteError, match=f"{folder}/map.svg"):
        build(root, BuildOptions(as_of=NOON, jobs=1))


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_it_shows_the_same_as_before_and_is_clean_at_once(name: str) -> None:
    clean = strip_metadata(PUBLISHED[name])
    assert strip_metadata(clean.data).data == clean.data
    with Image.open(io.BytesIO(clean.data)) as opened:
        turned = opened.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        assert opened.size == ((clean.height, clean.width) if turned else (clean.width, clean.height))
    if name not in SPOILT:
        assert pixels(clean.data) == pixels(PUBLISHED[name])


def pixels(data: bytes) -> list[bytes]:
    """What every frame shows; what Pillow thinks of metadata is of no concern."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF", "ICO", "CUR")) as opened:
            frames = []
            for number in range(getattr(opened, "n_frames", 1)):
                opened.seek(number)
                frames.append(opened.convert("RGBA").tobytes())
            return frames


SEE = """async (pairs) => {
    const seen = async (data) => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + data;
        try { await image.decode(); } catch { return null; }
        const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const shown = context.getImageData(0, 0, canvas.width, canvas.height).data;
        return canvas.width + ' ' + canvas.height + ' ' + shown.join(' ');
    };
    const told = {};
    for (const [name, before, after] of pairs) {
        const [one, other] = [await seen(before), await seen(after)];
        told[name] = other === null ? 'not shown' : one === null ? 'shown at last' : one === other ? 'same' : 'other';
    }
    return told;
}"""


def test_chromium_shows_the_same_as_before(running: Any) -> None:
    page = running.new_page()
    try:
        pairs = [
            (name, *(base64.b64encode(one).decode() for one in (data, strip_metadata(data).data)))
            for name, data in PUBLISHED.items()
        ]
        told = page.evaluate(SEE, pairs)
    finally:
        page.close()
    assert {name: how for name, how in told.items() if how not in ("same", "shown at last")} == {}
    assert sum(how == "same" for how in told.values()) >= 140


def bomb(side: int) -> bytes:
    """A PNG of some hundred kilobytes with so many pixels a side."""
    packer = zlib.compressobj(9)
    row = b"\0" + bytes(side * 3)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return pictures.png()[:8] + pictures.chunk(b"IHDR", head) + pictures.chunk(b"IDAT", data) + pictures.png()[-12:]


RUN = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "site_gen", *sys.argv[1:]])
print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000)
"""


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    text = post("A", body="![A ship](ship.png)\n", image={"src": "ship.png", "alt": "A ship"})
    write(tmp_path, SITE | {"content/posts/ship.png": bomb(12_000), "content/posts/a.md": text})
    command = [sys.executable, "-c", RUN, "build", "--jobs", "1", "--root", str(tmp_path)]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT)
    code, megabytes = map(int, done.stdout.split()[-2:])
    assert code == 1 and megabytes < 200 and time.monotonic() - began < 20
    assert "12000 by 12000 pixels, which take 576 MB of memory; at most 512 MB are used" in done.stderr
    assert "Warning" not in done.stderr


def test_a_picture_is_decoded_once_for_all_its_sizes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded = []

    def counted(data: bytes, by: int) -> Base:
        decoded.append(by)
        return base(data, by)

    monkeypatch.setattr("site_gen.pipeline.pictures.base", counted)
    text = post("A", body="![A ship](ship.jpg)\n", image={"src": "ship.jpg", "alt": "A ship"})
    ship = pictures.saved(Image.new("RGB", (6000, 3000), "navy"), "JPEG")
    write(tmp_path, SITE | {"content/posts/ship.jpg": ship, "content/posts/a.md": text})
    build(tmp_path, BuildOptions(as_of=NOON, jobs=1))
    made = [name for name in tree(tmp_path / "output") if name.startswith("pictures/")]
    assert len(made) > 8 and decoded == [2]


@cache
def parts(kind: str) -> tuple[bytes, list[int]]:
    """A picture, and the places between its parts."""
    data = {"jpeg": pictures.jpeg(), "png": pictures.png()}[kind]
    if kind == "jpeg":
        return data, [at for at in range(2, data.index(b"\xff\xda") + 1) if data[at] == 0xFF and data[at + 1] >= 0xC0]
    return data, [data.index(name) - 4 for name in (b"IDAT", b"IEND")]


@given(st.sampled_from(["jpeg", "png"]), st.integers(0, 255), st.binary(max_size=40), st.integers(0, 20))
def test_no_new_kind_of_part_comes_through(kind: str, number: int, more: bytes, place: int) -> None:
    """An allow-list: parts that nobody has thought of yet are left out like those that are known."""
    data, places = parts(kind)
    body = more + pictures.CANARY * 20 + more
    name = bytes((number, 0x61, 0x42, number & 0x5F | 0x40))
    made = pictures.segment(number, body) if kind == "jpeg" else pictures.chunk(name, body)
    at = places[place % len(places)]
    try:
        clean = strip_metadata(data[:at] + made + data[at:]).data
    except BadPicture:
        return
    assert pictures.CANARY not in clean


@given(st.sampled_from(sorted(PUBLISHED)), st.integers(0, 6000), st.binary(min_size=1, max_size=4), st.booleans())
def test_a_damaged_picture_is_cleaned_or_refused(name: str, at: int, other: bytes, cut: bool) -> None:
    data = PUBLISHED[name]
    at %= len(data)
    try:
        clean = strip_metadata(data[:at] if cut else data[:at] + other + data[at + len(other) :]).data
    except BadPicture:
        return
    assert strip_metadata(clean).data == clean
