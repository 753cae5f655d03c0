"""The story of an import: read, convert, place, media, write, redirects, report."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from site_gen.importing.converted import Texts, convert
from site_gen.importing.download import DOWNLOADS, Fetch, download, wanted
from site_gen.importing.earlier import Sitemap, addresses_in, record
from site_gen.importing.import_lock import ImportLock, load_import_lock, save_import_lock
from site_gen.importing.item import Export, Item, Loss
from site_gen.importing.links import ItemLinks, Used, where_of
from site_gen.importing.media import Media
from site_gen.importing.moved import forget_redirects, removed_redirects, write_redirects
from site_gen.importing.place import Placed, place
from site_gen.importing.proof import Proof, addresses_of, expected
from site_gen.importing.proposed import proposed_settings, with_settings
from site_gen.importing.report import ItemReport, Lost, Outcome, Report
from site_gen.importing.report_page import REPORT, report_page
from site_gen.importing.sources import reader_of
from site_gen.importing.tag_map import Tags, load_tag_map, save_tag_map
from site_gen.importing.unpacked import unpacked
from site_gen.importing.write import brought_media, write_files
from site_gen.model.problem import Problem, SiteError
from site_gen.parsing.earlier_site import Earlier
from site_gen.pipeline.redirects import redirects_text
from site_gen.pipeline.settings import SETTINGS, load_settings
from site_gen.session import STATE
from site_gen.storage.files import read_source, read_whole, walk, write_if_different, write_source
from site_gen.text.digest import digest

Progress = Callable[[str, int, int], None]


class Options(Struct, frozen=True, kw_only=True):
    """What is asked of an import. `now` decides what is scheduled; `form` names the source's reader.

    `home` is the old site's full address, for an export that does not say it. Addresses in
    `sitemaps`, which are those of the old site, are answered, too. `fetch` asks it for files that are missing.
    """

    source: Path
    media: tuple[Path, ...] = ()
    form: str = ""
    home: str = ""
    sitemaps: tuple[Sitemap, ...] = ()
    fetch: Fetch | None = None
    dry_run: bool = False
    resume: bool = False
    now: datetime


class _Plan(Struct, frozen=True):
    """All that an import would write, before anything is written."""

    export: Export
    tags: Tags
    placed: tuple[Placed, ...]
    texts: Texts
    outcomes: dict[str, Outcome]
    used: Used
    settings: tuple[str, ...]
    is_new: bool
    earlier: Earlier


def run_import(root: Path, options: Options, progress: Progress = lambda *_: None) -> Report:
    """Import a source into the site at `root`. `SiteError` where site or source cannot be read."""
    lock = load_import_lock(root)
    if options.resume:
        _refuse_to_resume(lock)
    with unpacked(options.source) as source:
        plan = _plan(root, source, options, lock, progress)
        return _carried_out(root, plan, options, lock, progress)


def _carried_out(root: Path, plan: _Plan, options: Options, lock: ImportLock, progress: Progress) -> Report:
    """Write what is planned, and prove it."""
    report = _reported(plan, options)
    if options.dry_run:
        return replace(report, addresses=expected(plan.placed))
    if report.settings_written:
        write_source(root, SETTINGS, with_settings(read_source(root, SETTINGS), plan.settings))
    save_tag_map(root, plan.tags)
    due = [one for one in plan.placed if plan.outcomes[one.item.key] in ("new", "changed")]
    lock = write_files(root, plan.placed, due, plan.texts, plan.used.files, lock, progress)
    proof = _with_redirects(root, plan, lock, options.now)
    if not proof.problems:
        record(root, plan.earlier, plan.placed, proof.addresses, options.now)
    report = replace(report, addresses=proof.addresses, problems=(*report.problems, *proof.problems))
    write_if_different(root / REPORT, report_page(report).encode())
    return report


def _with_redirects(root: Path, plan: _Plan, lock: ImportLock, now: datetime) -> Proof:
    """Write the redirects that old addresses need, and prove them. The lock says before which lines may be there."""
    before = redirects_text(root)
    removed = {} if lock.redirects_pending else removed_redirects(root, lock.redirects)
    save_import_lock(root, replace(lock, redirects_pending=True))
    forget_redirects(root, lock.redirects)
    proof = addresses_of(root, plan.export, plan.placed, plan.tags, plan.earlier, now, plan.used.moved, removed)
    if proof.problems:
        write_redirects(root, before)
        save_import_lock(root, lock)
        return proof
    lines = tuple(sorted({*proof.lines, *removed.values()}))
    pending = tuple(sorted({*lines, *lock.redirects}))
    save_import_lock(root, replace(lock, redirects=pending, redirects_pending=True))
    write_redirects(root, proof.redirects)
    save_import_lock(root, replace(lock, redirects=lines, redirects_pending=False))
    return proof


def _plan(root: Path, source: Path, options: Options, lock: ImportLock, progress: Progress) -> _Plan:
    """Read, convert and place."""
    settings = load_settings(root)
    export = reader_of(source, options.form)(source, ZoneInfo(settings.timezone)).or_raise()
    export = _with_own_guids(_at_home(export, options.home))
    sitemaps = (*options.sitemaps, *(Sitemap(one.name, read_whole(one)) for one in export.sitemaps))
    earlier = addresses_in(sitemaps, export.home, options.now).or_raise()
    tags = load_tag_map(root, export.items)
    taken = _files(root) - {one.path for one in lock.items.values()}
    is_new = not any(path.startswith("content/posts/") for path in taken)
    lines = proposed_settings(export, settings, read_source(root, SETTINGS))
    chosen = {key: value for key, _, value in (one.partition(": ") for one in lines) if is_new}
    style, language = (chosen.get(key, getattr(settings, key)) for key in ("permalink", "language"))
    placed = place(export.items, style, language, lock.items, taken, options.now)
    folders, own = (*options.media, root / DOWNLOADS, *export.media), brought_media(root, lock)
    where, checked = where_of(placed, export), dict[Path, str]()

    def converted() -> tuple[Texts, Used]:
        texts, used, media = Texts(root / STATE), Used(), Media(folders, own, checked)
        for number, one in enumerate(placed, 1):
            texts.keep(one.item.key, convert(one, tags, ItemLinks(one, where, media, used), settings.base_url))
            progress("import", number, len(placed))
        return texts, used

    texts, used = converted()
    if options.fetch and not options.dry_run and (urls := wanted(used, export.home)):
        failed = download(urls, root / DOWNLOADS, options.fetch, progress)
        if len(failed) < len(urls):
            texts, used = converted()
        used.missing |= {url: why for url, why in failed.items() if url in used.missing}
    outcomes = {one.item.key: _outcome(root, one, texts[one.item.key].written, lock) for one in placed}
    return _Plan(export, tags, placed, texts, outcomes, used, lines, is_new, earlier)


def _refuse_to_resume(lock: ImportLock) -> None:
    if not lock.is_interrupted:
        hint = "Import again without --resume; what is there already is not written again."
        raise SiteError((Problem("", 0, 0, "There is no interrupted import.", hint),))


def _reported(plan: _Plan, options: Options) -> Report:
    """The account of what was read, before anything is written."""
    losses = ((one.item.place, loss) for one in plan.placed for loss in plan.texts[one.item.key].losses)
    return Report(
        source=options.source.name,
        form=plan.export.form,
        dry_run=options.dry_run,
        items=tuple(_item_reports(plan)),
        pictures=len(plan.used.files),
        missing_pictures=plan.used.missing,
        dead_links=plan.used.dead,
        losses=tuple(Lost(place, loss.line, loss.what) for place, loss in losses),
        settings=plan.settings,
        settings_written=plan.is_new and bool(plan.settings) and not options.dry_run,
        problems=plan.export.problems,
    )


def _at_home(export: Export, home: str) -> Export:
    """The export at the address that was named, its items with keys that no other site has."""
    owner = (export.is_home_known and export.home.partition("://")[2].rstrip("/")) or export.form.lower()
    if home and export.is_home_known and export.home and export.home.rstrip("/") != home.rstrip("/"):
        what = f"The export says that its address is {export.home}."
        raise SiteError((Problem("", 0, 0, what, "Leave out --home."),))
    export = replace(export, home=home.rstrip("/") or export.home)
    items = [_owned(one, owner, export) for one in export.items]
    if export.is_guid_address and not export.home:
        why = "the export does not say where the site was: import again with --home, or feeds show all posts as new"
        items.append(
            Item(key=f"{owner}:identifiers", kind="other", place="", title="identifiers in feeds", skipped=why)
        )
    return replace(export, items=tuple(items))


def _with_own_guids(export: Export) -> Export:
    """The export with each identifier in feeds at the first public item that has it: readers skip a second one."""
    first: dict[str, str] = {}
    for item in sorted((one for one in export.items if one.kind == "post"), key=lambda one: bool(one.draft)):
        first.setdefault(item.guid, item.key)
    lost = Loss(0, "its identifier in feeds is that of another post, too, and is left out")
    items = [
        replace(item, guid="", losses=(*item.losses, lost))
        if item.guid and first.get(item.guid, item.key) != item.key
        else item
        for item in export.items
    ]
    return replace(export, items=tuple(items))


def _owned(item: Item, owner: str, export: Export) -> Item:
    """The item with the key of its owner, and with its identifier in feeds where that is its address."""
    guid = export.home + item.address if export.is_guid_address and export.home and item.address else item.guid
    return replace(item, key=f"{owner}:{item.key}", parent=f"{owner}:{item.parent}" if item.parent else "", guid=guid)


def _files(root: Path) -> set[str]:
    """The posts and pages that are there."""
    folders = ("content/posts", "content/pages")
    return {f"{folder}/{path}" for folder in folders for path, _ in walk(root / folder, ".md", home=root)}


def _outcome(root: Path, placed: Placed, written: str, lock: ImportLock) -> Outcome:
    """What is to be done with an item: only what is new or changed is written, and nothing that an editor changed."""
    known = lock.items.get(placed.item.key)
    if known is None:
        return "new"
    try:
        found = digest(read_source(root, known.path))
    except FileNotFoundError:
        return "new" if known.pending and not known.before else "removed"
    if found == written:
        return "unchanged"
    ours = {known.written, known.before} if known.pending else {known.written}
    return "changed" if found in ours else "edited"


def _item_reports(plan: _Plan) -> list[ItemReport]:
    """What became of each item of the source, in its order."""
    files = {one.item.key: one for one in plan.placed}
    found = []
    for item in plan.export.items:
        one = files.get(item.key)
        if one is None:
            outcome: Outcome = "skipped" if item.skipped or item.kind != "picture" else "picture"
            why, path, words = item.skipped or item.picture, "", None
        else:
            outcome, why, path, words = plan.outcomes[item.key], item.draft, one.path, plan.texts[item.key].recall
        found.append(
            ItemReport(
                key=item.key,
                place=item.place,
                kind=item.kind,
                title=item.title,
                outcome=outcome,
                why=why,
                path=path,
                draft=bool(one and item.draft),
                words=words.words if words else 0,
                kept=words.kept if words else 0,
                lost_words=words.missing if words else (),
            )
        )
    return found
