"""Object storage by obstore (the extra `cloud`): S3 and compatible services, Google Cloud, Azure.

There are no releases: files are uploaded in an order in which no page is live before its parts, and uploads are
recorded at the target, so that an interrupted deployment can be continued and none of its files is left behind.
"""

import gzip
import hashlib
import os
import re
import socket
import threading
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from site_gen.deploy.inventory import decoded, encoded
from site_gen.deploy.order import cache_control, content_type, in_order
from site_gen.deploy.plan import unfinished_manifest
from site_gen.deploy.remote_output import advice, lines_of, quoted_output
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import paths_in_common
from site_gen.media_types import is_compressible
from site_gen.model.deployment import Differences, FileFact, Manifest, Plan
from site_gen.model.problem import OutsideError
from site_gen.text.digest import digest
from site_gen.text.extras import how_to_install

_OWN = ".site_gen/"
_NOTE, _LOCK = f"{_OWN}manifest.json", f"{_OWN}lock.json"
_SAME_TIME = timedelta(seconds=2)  # clock skew between machines of a store
_GZIP = b"\x1f\x8b"
_SIDE_BY_SIDE = 16
_BATCH = 500  # files between two records of progress
_LEASE = timedelta(minutes=2)
_RENEWED = 30.0  # seconds
_MD5 = re.compile(r'"?([0-9a-f]{32})"?\Z')
_SIGNED = re.compile(r"\b(sig|signature|token|X-Amz-[A-Za-z-]+)=[^&\s\"']+", re.IGNORECASE)  # credentials
_AWS_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")


class Lease(Struct, frozen=True):
    """Who deploys, and until when nobody else may; renewed while the deployment runs."""

    host: str
    process: int
    until: datetime


class Objects:
    """One bucket, or a folder of one."""

    needs_all = False

    def __init__(self, place: Place) -> None:
        self.settings = place.settings
        try:
            import obstore

            self.api: Any = obstore
            self.where = f"{self.settings.type}:{self.settings.bucket}"
            self.store: Any = _store(self.settings)
        except ModuleNotFoundError as error:
            if error.name != "obstore":
                raise
            raise OutsideError(f"Object storage needs another library: {how_to_install('cloud')}.") from None
        except Exception as error:  # incomplete credentials, an impossible account or region, a damaged key file
            raise _unusable(self.settings.type, self.where, error) from None

    def live(self) -> Manifest | None:
        """The manifest in the bucket."""
        data = self._read(_NOTE)
        return decoded(data) if data is not None else None

    def differences(self, manifest: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size and by time relative to the manifest's; `thorough` by the bytes of what the built site has too."""
        found = self._guarded("list the files", lambda: {one["path"]: one for one in self._listed()})
        present = {path: about for path, about in found.items() if not path.startswith(_OWN)}
        if manifest is None:
            return Differences(unknown=tuple(sorted(present)), shared=True)
        newest = found[_NOTE]["last_modified"] + _SAME_TIME if _NOTE in found else None
        wrong = {
            path
            for path, fact in manifest.files.items()
            if path in present and self._is_other(path, fact, present[path], newest)
        }
        if thorough:
            rest = sorted(present.keys() & set(paths_in_common(manifest, site)) - wrong)
            with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
                same = pool.map(lambda path: self._has_bytes(path, present[path], manifest.files[path], site), rest)
                wrong |= {path for path, right in zip(rest, same, strict=True) if not right}
        return Differences(
            missing=tuple(sorted(manifest.files.keys() - present.keys())),
            changed=tuple(sorted(wrong)),
            unknown=tuple(sorted(present.keys() - manifest.files.keys())),
            shared=True,
        )

    def _listed(self) -> Iterator[Any]:
        for part in self.api.list(self.store):
            yield from part

    def _is_other(self, path: str, fact: FileFact, about: Any, newest: datetime | None) -> bool:
        """Whether a file is not the uploaded one, by its size (unless it was compressed) or its time."""
        as_it_is = not (self.settings.gzip and is_compressible(path))
        return (as_it_is and about["size"] != fact.size) or (newest is not None and about["last_modified"] > newest)

    def _has_bytes(self, path: str, about: Any, fact: FileFact, site: Path) -> bool:
        """Whether a file has the manifest's bytes; by the store's own digest where that is of the built file."""
        data, _ = self._body(site, path)
        found = _MD5.match(about.get("e_tag") or "")
        if found and found[1] == hashlib.md5(data, usedforsecurity=False).hexdigest():
            return True
        stored = self._read(path)
        if stored is None:
            return False
        try:
            stored = gzip.decompress(stored) if stored[:2] == _GZIP and self.settings.gzip else stored
        except (OSError, EOFError, zlib.error):
            return False
        return digest(stored) == fact.digest

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A lease in the bucket, which expires after its process was killed; at once if that was on this machine."""
        self._take()
        over = threading.Event()
        keeper = threading.Thread(target=self._renew, args=(over,), daemon=True)
        keeper.start()
        try:
            yield
        finally:
            over.set()
            keeper.join()
            try:
                self.api.delete(self.store, [_LOCK])
            except Exception:
                pass

    def publish(self, site: Path, plan: Plan, progress: Progress) -> None:
        """Upload what pages load, then pages, then feeds and sitemaps; then remove files."""
        done: set[str] = set()
        self._note(unfinished_manifest(plan))
        try:
            for _, paths in in_order(plan.puts):
                for start in range(0, len(paths), _BATCH):
                    self._put_all(site, paths[start : start + _BATCH], plan, done, progress)
                    self._note(unfinished_manifest(plan, frozenset(done)))
        except BaseException:
            self._try_note(unfinished_manifest(plan, frozenset(done)))
            raise
        for start in range(0, len(plan.removed), _BATCH):
            self._guarded(
                "remove files", lambda part: self.api.delete(self.store, part), plan.removed[start : start + _BATCH]
            )
        self._note(plan.new)

    def rollback(self) -> str:
        """Not possible: deploy the older state of the site."""
        what = f"{self.where} keeps no releases. Check out the older state of the site and deploy that."
        raise OutsideError(what)

    def releases(self) -> tuple[str, ...]:
        """None are kept."""
        return ()

    def _put_all(self, site: Path, paths: Sequence[str], plan: Plan, done: set[str], progress: Progress) -> None:
        pool = ThreadPoolExecutor(_SIDE_BY_SIDE)
        running = {pool.submit(self._put, site, path): path for path in paths}
        try:
            waiting = set(running)
            while waiting:
                finished, waiting = wait(waiting, return_when=FIRST_EXCEPTION, timeout=0.2)
                for one in finished:
                    one.result()
                    done.add(running[one])
                progress("deploy", len(done), len(plan.puts))
        finally:
            pool.shutdown(cancel_futures=True)  # running uploads are completed
            done.update(path for one, path in running.items() if not one.cancelled() and not one.exception())

    def _put(self, site: Path, path: str) -> None:
        data, attributes = self._body(site, path)
        put = lambda: self.api.put(self.store, path, data, attributes=attributes, use_multipart=False)  # noqa: E731
        result = self._guarded(f"put {path}", put)
        self._verify(path, data, result)

    def _body(self, site: Path, path: str) -> tuple[bytes, dict[str, str]]:
        """The bytes and attributes to upload for a file."""
        data = (site / path).read_bytes()
        attributes = {
            "Content-Type": content_type(path),
            "Cache-Control": cache_control(path, self.settings.page_seconds),
        }
        if self.settings.gzip and is_compressible(path):
            data = gzip.compress(data, mtime=0)
            attributes["Content-Encoding"] = "gzip"
        return data, attributes

    def _verify(self, path: str, data: bytes, result: Any) -> None:
        """Verify an upload by the store's digest (S3 without its own encryption keys), else by the size."""
        found = _MD5.match(result.get("e_tag") or "")
        if found and self.settings.type == "s3":
            right = found[1] == hashlib.md5(data, usedforsecurity=False).hexdigest()
        else:
            right = self._guarded(f"look at {path}", lambda: self.api.head(self.store, path))["size"] == len(data)
        if not right:
            raise OutsideError(f"{path} in {self.where} differs from what was sent. Deploy again.")

    def _take(self) -> None:
        for _ in range(2):
            try:
                self.api.put(self.store, _LOCK, self._lease(), mode="create", use_multipart=False)
                return
            except self.api.exceptions.AlreadyExistsError:
                self._break_if_over()
            except Exception as error:
                raise self._as_outside_error("take the lock", error) from None
        raise OutsideError(f"Another deployment is running in {self.where}. Wait for it.")

    def _break_if_over(self) -> None:
        """Remove a lease that has expired, or whose process on this machine has ended."""
        data = self._read(_LOCK)
        if data is None:
            return
        try:
            lease = msgspec.json.decode(data, type=Lease)
        except (msgspec.MsgspecError, ValueError):
            lease = Lease("", 0, datetime.min.replace(tzinfo=UTC))
        ours = lease.host == socket.gethostname() and not _is_running(lease.process)
        left = (lease.until - datetime.now(UTC)).total_seconds()
        if not ours and left > 0:
            what = f"Another deployment, from {lease.host}, is running in {self.where}."
            raise OutsideError(f"{what} Wait for it; if it was killed, its lock expires in {left:.0f} s.")
        self._guarded("remove an old lock", lambda: self.api.delete(self.store, [_LOCK]))

    def _renew(self, over: threading.Event) -> None:
        while not over.wait(_RENEWED):
            try:
                self.api.put(self.store, _LOCK, self._lease(), use_multipart=False)
            except Exception:
                continue

    def _lease(self) -> bytes:
        return msgspec.json.encode(Lease(socket.gethostname(), os.getpid(), datetime.now(UTC) + _LEASE))

    def _note(self, manifest: Manifest) -> None:
        attributes = {"Content-Type": "application/json", "Cache-Control": "no-store"}
        put = lambda: self.api.put(self.store, _NOTE, encoded(manifest), attributes=attributes, use_multipart=False)  # noqa: E731
        self._guarded("put the manifest", put)

    def _try_note(self, manifest: Manifest) -> None:
        """Record progress if possible; else the earlier record still says that these uploads are unfinished."""
        try:
            self._note(manifest)
        except OutsideError:
            pass

    def _read(self, path: str) -> bytes | None:
        try:
            return bytes(self.api.get(self.store, path).bytes())
        except FileNotFoundError:
            return None
        except Exception as error:
            raise self._as_outside_error(f"read {path}", error) from None

    def _guarded(self, what: str, work: Any, *arguments: Any) -> Any:
        try:
            return work(*arguments)
        except Exception as error:
            raise self._as_outside_error(what, error) from None

    def _as_outside_error(self, what: str, error: Exception) -> OutsideError:
        message = " ".join(" ".join(lines_of(str(error).split("Debug source:")[0])).split())[:300]
        message = _SIGNED.sub(r"\1=...", message)
        hint = advice(message, "Deploy again to continue.")
        return OutsideError(f"Could not {what} in {self.where}{quoted_output((message,))}The live site works. {hint}")


def _store(settings: Any) -> Any:
    """A store with credentials from the environment, or from the service's own tools."""
    from obstore.store import AzureStore, GCSStore, S3Store

    patience: Any = {"max_retries": 8, "retry_timeout": timedelta(minutes=2)}
    prefix = settings.prefix.strip("/") or None
    plain: Any = {"allow_http": True} if settings.endpoint.startswith("http://") else {}
    if settings.type == "gcs":
        return GCSStore(settings.bucket, prefix=prefix, retry_config=patience)
    named = {"endpoint": settings.endpoint} if settings.endpoint else {}
    if settings.type == "azure":
        return AzureStore(
            settings.bucket,
            prefix=prefix,
            account_name=settings.account,
            client_options=plain,
            retry_config=patience,
            **named,
        )
    where = {"region": settings.region} if settings.region else {}
    kept = {} if os.environ.get("AWS_ACCESS_KEY_ID") else _aws_credentials()
    return S3Store(
        settings.bucket, prefix=prefix, client_options=plain, retry_config=patience, **named, **where, **kept
    )


def _unusable(kind: str, where: str, error: Exception) -> OutsideError:
    """The error for a store that cannot be used: what is missing, and where to configure it."""
    given = [name for name in _AWS_KEYS if os.environ.get(name)] if kind == "s3" else []
    if len(given) == 1:
        [missing] = set(_AWS_KEYS) - set(given)
        hint = "Set both in the environment, or neither to use a profile."
        return OutsideError(f"{where}: {given[0]} is set, but {missing} is not. {hint}")
    message = _SIGNED.sub(r"\1=...", " ".join(str(error).split("Debug source:")[0].split())[:300])
    return OutsideError(
        f"{where} cannot be used{quoted_output((message,))}Look at its credentials and at 'deploy' in site.yaml."
    )


def _aws_credentials() -> dict[str, Any]:
    """Credentials of the AWS command line (profiles, single sign-on), by boto3 where that is installed."""
    try:
        from obstore.auth.boto3 import Boto3CredentialProvider

        return {"credential_provider": Boto3CredentialProvider()}
    except (ImportError, ValueError):
        return {}


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
