"""Object storage: S3 and what speaks it, Google Cloud, Azure; by obstore (the extra `cloud`).

There are no releases: files are put in an order in which readers meet no page whose parts are missing, and what is put
is noted at the target, so that an interrupted deployment is taken up and what it put cannot be forgotten there.
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
from site_gen.deploy.plan import begun
from site_gen.deploy.remote_output import advice, lines_of, shown
from site_gen.deploy.target import Place, Progress
from site_gen.deploy.verify import paths_in_common
from site_gen.media_types import is_compressible
from site_gen.model.deployment import Differences, FileFact, Manifest, Plan
from site_gen.model.problem import OutsideError
from site_gen.text.digest import digest
from site_gen.text.extras import how_to_install

_OWN = ".site_gen/"
_NOTE, _LOCK = f"{_OWN}manifest.json", f"{_OWN}lock.json"
_SAME_TIME = timedelta(seconds=2)  # machines of a store that do not quite agree on the time
_GZIP = b"\x1f\x8b"
_SIDE_BY_SIDE = 16
_BATCH = 500  # files between two notes of what is done
_LEASE = timedelta(minutes=2)
_RENEWED = 30.0  # seconds
_MD5 = re.compile(r'"?([0-9a-f]{32})"?\Z')
_SIGNED = re.compile(r"\b(sig|signature|token|X-Amz-[A-Za-z-]+)=[^&\s\"']+", re.IGNORECASE)  # what opens doors
_AWS_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")


class Lease(Struct, frozen=True):
    """Who deploys, and until when nobody else may; renewed for as long as it takes."""

    host: str
    process: int
    until: datetime


class Objects:
    """One bucket, or a folder of one."""

    def __init__(self, place: Place) -> None:
        self.chosen = place.settings
        try:
            import obstore

            self.api: Any = obstore
            self.where = f"{self.chosen.type}:{self.chosen.bucket}"
            self.store: Any = _store(self.chosen)
        except ModuleNotFoundError as error:
            if error.name != "obstore":
                raise
            raise OutsideError(f"Object storage needs another library: {how_to_install('cloud')}.") from None
        except Exception as error:  # half a key, an account or a region that cannot be, a file of keys that is damaged
            raise _unusable(self.chosen.type, self.where, error) from None

    def live(self) -> Manifest | None:
        """The note in the bucket."""
        data = self._read(_NOTE)
        return decoded(data) if data is not None else None

    def differences(self, noted: Manifest | None, site: Path, thorough: bool) -> Differences:
        """By size, and by time against that of the note; `thorough` by the bytes of what the built site has too."""
        found = self._guarded("list the files", lambda: {one["path"]: one for one in self._listed()})
        there = {path: about for path, about in found.items() if not path.startswith(_OWN)}
        if noted is None:
            return Differences(unknown=tuple(sorted(there)), shared=True)
        newest = found[_NOTE]["last_modified"] + _SAME_TIME if _NOTE in found else None
        wrong = {
            path
            for path, fact in noted.files.items()
            if path in there and self._is_other(path, fact, there[path], newest)
        }
        if thorough:
            rest = sorted(there.keys() & set(paths_in_common(noted, site)) - wrong)
            with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
                same = pool.map(lambda path: self._has_bytes(path, there[path], noted.files[path], site), rest)
                wrong |= {path for path, right in zip(rest, same, strict=True) if not right}
        return Differences(
            missing=tuple(sorted(noted.files.keys() - there.keys())),
            changed=tuple(sorted(wrong)),
            unknown=tuple(sorted(there.keys() - noted.files.keys())),
            shared=True,
        )

    def _listed(self) -> Iterator[Any]:
        for part in self.api.list(self.store):
            yield from part

    def _is_other(self, path: str, fact: FileFact, about: Any, newest: datetime | None) -> bool:
        """Whether a file is not the one that was put, by its size (where it is put as it is) or its time."""
        as_it_is = not (self.chosen.gzip and is_compressible(path))
        return (as_it_is and about["size"] != fact.size) or (newest is not None and about["last_modified"] > newest)

    def _has_bytes(self, path: str, about: Any, fact: FileFact, site: Path) -> bool:
        """Whether a file has the bytes of the note, by the store's own digest where that is one of the built file."""
        data, _ = self._body(site, path)
        found = _MD5.match(about.get("e_tag") or "")
        if found and found[1] == hashlib.md5(data, usedforsecurity=False).hexdigest():
            return True
        there = self._read(path)
        if there is None:
            return False
        try:
            there = gzip.decompress(there) if there[:2] == _GZIP and self.chosen.gzip else there
        except (OSError, EOFError, zlib.error):
            return False
        return digest(there) == fact.digest

    @contextmanager
    def lock(self) -> Iterator[None]:
        """A lease in the bucket. It ends by itself after its process was killed; at once where that was here."""
        self._take()
        over = threading.Event()
        keeper = threading.Thread(target=self._keep, args=(over,), daemon=True)
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
        """Put what pages load, then pages, feeds and sitemaps; then remove."""
        done: set[str] = set()
        self._note(begun(plan))
        try:
            for _, paths in in_order(plan.puts):
                for start in range(0, len(paths), _BATCH):
                    self._put_all(site, paths[start : start + _BATCH], plan, done, progress)
                    self._note(begun(plan, frozenset(done)))
        except BaseException:
            self._try_note(begun(plan, frozenset(done)))
            raise
        for start in range(0, len(plan.removed), _BATCH):
            self._guarded(
                "remove files", lambda part: self.api.delete(self.store, part), plan.removed[start : start + _BATCH]
            )
        self._note(plan.new)

    def rollback(self) -> str:
        """There is none: deploy what was."""
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
            pool.shutdown(cancel_futures=True)  # those under way come to their end
            done.update(path for one, path in running.items() if not one.cancelled() and not one.exception())

    def _put(self, site: Path, path: str) -> None:
        data, attributes = self._body(site, path)
        put = lambda: self.api.put(self.store, path, data, attributes=attributes, use_multipart=False)  # noqa: E731
        result = self._guarded(f"put {path}", put)
        self._verify(path, data, result)

    def _body(self, site: Path, path: str) -> tuple[bytes, dict[str, str]]:
        """What is put for a file: bytes and attributes."""
        data = (site / path).read_bytes()
        attributes = {
            "Content-Type": content_type(path),
            "Cache-Control": cache_control(path, self.chosen.page_seconds),
        }
        if self.chosen.gzip and is_compressible(path):
            data = gzip.compress(data, mtime=0)
            attributes["Content-Encoding"] = "gzip"
        return data, attributes

    def _verify(self, path: str, data: bytes, result: Any) -> None:
        """By the digest that the store gives back, where it is one (S3 without keys of its own); else by the size."""
        found = _MD5.match(result.get("e_tag") or "")
        if found and self.chosen.type == "s3":
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
                raise self._worded("take the lock", error) from None
        raise OutsideError(f"Another deployment is running in {self.where}. Wait for it.")

    def _break_if_over(self) -> None:
        """Take away a lease that has run out, or whose process on this machine is no more."""
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

    def _keep(self, over: threading.Event) -> None:
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
        """What was put is tried again if that cannot be noted: the note of before says that it is open."""
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
            raise self._worded(f"read {path}", error) from None

    def _guarded(self, what: str, work: Any, *arguments: Any) -> Any:
        try:
            return work(*arguments)
        except Exception as error:
            raise self._worded(what, error) from None

    def _worded(self, what: str, error: Exception) -> OutsideError:
        said = " ".join(" ".join(lines_of(str(error).split("Debug source:")[0])).split())[:300]
        said = _SIGNED.sub(r"\1=...", said)
        hint = advice(said, "Deploy again to continue.")
        return OutsideError(f"Could not {what} in {self.where}{shown((said,))}The live site works. {hint}")


def _store(chosen: Any) -> Any:
    """A store with the credentials of the environment, or those that the service's own tools keep."""
    from obstore.store import AzureStore, GCSStore, S3Store

    patience: Any = {"max_retries": 8, "retry_timeout": timedelta(minutes=2)}
    prefix = chosen.prefix.strip("/") or None
    plain: Any = {"allow_http": True} if chosen.endpoint.startswith("http://") else {}
    if chosen.type == "gcs":
        return GCSStore(chosen.bucket, prefix=prefix, retry_config=patience)
    named = {"endpoint": chosen.endpoint} if chosen.endpoint else {}
    if chosen.type == "azure":
        return AzureStore(
            chosen.bucket,
            prefix=prefix,
            account_name=chosen.account,
            client_options=plain,
            retry_config=patience,
            **named,
        )
    where = {"region": chosen.region} if chosen.region else {}
    kept = {} if os.environ.get("AWS_ACCESS_KEY_ID") else _aws_credentials()
    return S3Store(chosen.bucket, prefix=prefix, client_options=plain, retry_config=patience, **named, **where, **kept)


def _unusable(kind: str, where: str, error: Exception) -> OutsideError:
    """What is missing for a store that cannot even be asked, and where to put it."""
    given = [name for name in _AWS_KEYS if os.environ.get(name)] if kind == "s3" else []
    if len(given) == 1:
        [missing] = set(_AWS_KEYS) - set(given)
        hint = "Set both in the environment, or neither to use a profile."
        return OutsideError(f"{where}: {given[0]} is set, but {missing} is not. {hint}")
    said = _SIGNED.sub(r"\1=...", " ".join(str(error).split("Debug source:")[0].split())[:300])
    return OutsideError(f"{where} cannot be used{shown((said,))}Look at its credentials and at 'deploy' in site.yaml.")


def _aws_credentials() -> dict[str, Any]:
    """What the AWS command line keeps (profiles, single sign-on), by boto3 where that is installed."""
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
