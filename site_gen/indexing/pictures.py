"""Finds the pictures that texts refer to, and the sizes and formats in which they are published."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from msgspec.structs import replace

from site_gen.indexing.picture_names import PictureNames
from site_gen.media_types import MEDIA_TYPES
from site_gen.model.picture import Choice, Focus, Picture, PictureFact, PictureSource, PictureView, Reference, Rendition
from site_gen.model.post import Body, Image
from site_gen.model.problem import Problem, ValueProblem
from site_gen.model.settings import ImageSettings
from site_gen.text.digest import digest
from site_gen.text.focus import default_focus, parse_focus
from site_gen.text.slug import slugify

_FOLDER = "pictures"
_SAFE = "/~!$&'()*+,;=:@"  # what a path may have unescaped (RFC 3986, 3.3); "#" and "?" of a name are escaped
_SHAPES = ((16, 9), (4, 3), (1, 1))
_WIDEST_CROP = 1200
_SOCIAL = (1200, 630)
_SUFFIXES = {"jpeg": "jpg"}

FocusOf = Callable[[PictureFact], Focus]
IsMade = Callable[[PictureView], bool]


class Pictures:
    """Finds referenced pictures. `files` then has every file that must be made, `problems` what was not found.

    Among the files are those below static/ whose metadata has to be stripped.

    `forms` are the formats that can be written. With `is_made`, which knows the files that were made already, a picture
    of which some are missing is shown as it came, without metadata; `pending` has the paths of such pictures.
    """

    def __init__(
        self,
        sources: Mapping[str, PictureSource],
        settings: ImageSettings,
        forms: tuple[str, ...],
        is_made: IsMade | None = None,
    ) -> None:
        self.sources, self.settings, self.forms, self.is_made = sources, settings, forms, is_made
        self.files: dict[str, PictureView] = {}
        self.pending: set[str] = set()
        self._wanted: dict[str, PictureView] = {}  # the files of the picture that is looked at
        self.problems: list[Problem | ValueProblem] = []
        self._names = PictureNames(sources)
        for source in sources.values():
            if source.fact.tells and source.path.startswith("static/"):
                self.files[source.path.removeprefix("static/")] = PictureView(source=source.path, digest=source.digest)

    def image(self, image: Image | None, path: str) -> Picture | None:
        """The picture of the post at `path`, with its crops."""
        if image is None:
            return None
        reference = Reference(image.src, 0, image.alt, image.caption.strip(), image.credit)
        return self._found(
            reference, path, lambda fact: parse_focus(image.focus) or default_focus(fact.width, fact.height)
        )

    def body(self, body: Body) -> Body:
        """The body with its pictures."""
        if not body.asks:
            return body
        found = [self._found(one, body.path) for one in body.asks]
        return replace(body, asks=(), pictures=tuple(one for one in found if one))

    def _found(self, reference: Reference, path: str, focus: FocusOf | None = None) -> Picture | None:
        """The published picture, with crops around its `focus` if one is given; a problem is reported otherwise."""
        source = self._names.find(reference.src, path)
        if source is None:
            self._report(reference, path, *self._names.missing(reference.src, path))
        elif source.fact.fault:
            self._report(reference, path, f"'{reference.src}': {source.fact.fault}", source.fact.hint)
        elif self.settings.credit == "required" and not reference.credit:
            what = f"The picture '{reference.src}' has no credit."
            self._report(reference, path, what, "Say whose it is, or set 'images: {credit: optional}'.")
        else:
            return self._published(reference, source, focus(source.fact) if focus else None)
        return None

    def _report(self, reference: Reference, path: str, what: str, hint: str) -> None:
        in_text = Problem(path, reference.line, reference.column, what, hint) if reference.line else None
        self.problems.append(in_text or ValueProblem(path, ("image", "src"), what, hint))

    def _published(self, reference: Reference, source: PictureSource, focus: Focus | None) -> Picture:
        self._wanted = {}
        picture = self._in_all_sizes(reference, source, focus)
        if self.is_made and not all(self.is_made(view) for view in self._wanted.values() if view.form):
            self.pending.add(source.path)
            picture = self._as_it_came(picture, source)
        self.files |= self._wanted
        return picture

    def _as_it_came(self, picture: Picture, source: PictureSource) -> Picture:
        """The picture with one file, at the address that it keeps: addresses are remembered by feed readers.

        Its bytes are those of the source without metadata, until it is made. A WebP is made at once, since it has to be
        shown as JPEG.
        """
        assert self.is_made
        path = picture.src[1:]
        made = self._wanted.get(path)
        self._wanted = {path: made} if made else {}
        if made and made.form and source.fact.kind != "webp" and not self.is_made(made):
            self._wanted[path] = PictureView(source=source.path, digest=source.digest)
            picture = replace(picture, width=source.fact.width, height=source.fact.height)
        shared = Rendition(picture.src, picture.width, picture.height) if picture.social else None
        return replace(picture, choices=(), crops=(), social=shared)

    def _in_all_sizes(self, reference: Reference, source: PictureSource, focus: Focus | None) -> Picture:
        fact = source.fact
        form = {"jpeg": "jpeg", "png": "png", "webp": "jpeg"}.get(fact.kind)
        width, height = fact.width, fact.height
        picture = Picture(
            src="", alt=reference.alt, width=width, height=height, caption=reference.caption, credit=reference.credit
        )
        picture = replace(picture, type=MEDIA_TYPES[fact.kind], focus=focus or picture.focus)
        if form is None or form not in self.forms:
            return replace(picture, src=self._as_it_is(source))
        widest = min(max(self.settings.widths), width)
        picture = replace(picture, choices=self._choices(source, widest))
        if width > widest or fact.kind == "webp":
            plainest = self._made(source, widest, form)
            size = {"width": plainest.width, "height": plainest.height}
            picture = replace(picture, src=plainest.url, type=MEDIA_TYPES[form], **size)
        else:
            picture = replace(picture, src=self._as_it_is(source))
        if not focus:
            return picture
        shapes = tuple(self._crop(source, focus, *shape) for shape in _SHAPES)
        return replace(picture, crops=shapes, social=self._crop(source, focus, *_SOCIAL))

    def _choices(self, source: PictureSource, widest: int) -> tuple[Choice, ...]:
        widths = sorted({width for width in self.settings.widths if width < widest} | {widest})
        return tuple(
            Choice(MEDIA_TYPES[form], tuple(self._made(source, width, form) for width in widths))
            for form in self.settings.formats
            if form in self.forms
        )

    def _as_it_is(self, source: PictureSource) -> str:
        """The address of the uncropped picture: its own below static/, a fingerprinted one below content/."""
        if source.path.startswith("static/"):
            return quote(source.path.removeprefix("static"), safe=_SAFE)
        suffix = _SUFFIXES.get(source.fact.kind, source.fact.kind)
        path = f"{_stem(source)}.{suffix}"
        self._wanted[path] = PictureView(source=source.path, digest=source.digest)
        return "/" + path

    def _made(self, source: PictureSource, width: int, form: str) -> Rendition:
        height = max(1, round(source.fact.height * width / source.fact.width))
        return self._file(source, f"{width}", Rendition("", width, height), form)

    def _crop(self, source: PictureSource, focus: Focus, across: int, down: int) -> Rendition:
        """The largest part of that shape around the focus, up to 1,200 pixels wide."""
        fact = source.fact
        width = min(fact.width, fact.height * across // down, _WIDEST_CROP) or 1
        height = max(1, round(width * down / across))
        name = f"{width}x{height}-{focus.across}-{focus.down}"
        return self._file(source, name, Rendition("", width, height), "jpeg", focus)

    def _file(
        self, source: PictureSource, name: str, size: Rendition, form: str, focus: Focus | None = None
    ) -> Rendition:
        """Adds a file of the picture in this size; returns it with its address."""
        path = f"{_stem(source)}-{name}.{_SUFFIXES.get(form, form)}"
        self._wanted[path] = PictureView(
            source=source.path, digest=source.digest, width=size.width, height=size.height, form=form, focus=focus
        )
        return replace(size, url="/" + path)


def _stem(source: PictureSource) -> str:
    name = source.path.rpartition("/")[2].rpartition(".")[0]
    mark = digest(f"{source.path} {source.digest}".encode())[:8]
    return f"{_FOLDER}/{slugify(name) or 'picture'}-{mark}"
