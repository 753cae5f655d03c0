"""The preview over the wire: it answers at once on kept connections, and to this machine's own names alone."""

import asyncio
import json
import os
import signal
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

from site_gen.preview.interfaces import host_names
from site_gen.preview.server import bound
from tests.edited_site import Newsroom
from tests.support import COMMAND

REQUEST = "GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"


@pytest.fixture(scope="module", params=["0.0.0.0", "::"])
def public(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[list[str], str, list[str]]]:
    """A preview for everybody: its addresses by --json, what it says to the person, and addresses to try."""
    root = Newsroom(tmp_path_factory.mktemp("public") / "site").root
    command = [*COMMAND, "serve", "--root", str(root), "--host", request.param, "--port", "0", "--json"]
    with (tmp_path_factory.mktemp("said") / "err").open("w+") as said:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, env=os.environ)
        assert process.stdout is not None
        try:
            addresses = json.loads(process.stdout.readline())["addresses"]
            said.seek(0)
            local = ["127.0.0.1", "127.0.0.2"] if request.param == "0.0.0.0" else ["127.0.0.1", "127.0.0.2", "[::1]"]
            yield addresses, said.read(), local
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=10)


def test_every_address_that_is_listed_answers(public: tuple[list[str], str, list[str]]) -> None:
    addresses, said, local = public
    assert "Anyone who can reach this machine can read drafts" in said
    for name in host_names((4,) if len(local) == 2 else (4, 6))[:-1]:
        assert any(urlsplit(address).hostname == name for address in addresses)
    for address in addresses[1:]:
        assert f"  {address}\n" in said
    for address in addresses[:-1]:  # the last is the machine's name, which its resolver may not know
        assert httpx.get(address).status_code == 200, address
    port = urlsplit(addresses[0]).port
    for name in local:  # of these 127.0.0.2 is in no list: a request that arrives at it was meant for it
        assert httpx.get(f"http://{name}:{port}/").status_code == 200, name
    assert httpx.get(addresses[0], headers={"host": f"{socket.gethostname().upper()}:{port}"}).status_code == 200


def test_names_that_others_could_point_here_are_refused(public: tuple[list[str], str, list[str]]) -> None:
    addresses, _, _ = public
    port = urlsplit(addresses[0]).port
    own = [urlsplit(address).hostname for address in addresses[1:]]
    for host in (
        "evil.example",
        "0.0.0.0",
        "[::]",
        "203.0.113.9",
        "[2001:db8::9]",
        "2130706433",
        "127.1",
        "0x7f.1",
        *(f"{name}.evil.example" for name in own if name and ":" not in name),
    ):
        for address in addresses[:-1]:
            answer = httpx.get(address, headers={"host": f"{host}:{port}"})
            assert answer.status_code == 421 and "Tallinn" not in answer.text, (host, address)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_what_is_written_to_an_accepted_connection_is_sent_at_once(host: str) -> None:
    async def accepted() -> int:
        found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            sock = writer.get_extra_info("socket")
            found.set_result(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        server = await asyncio.start_server(answer, sock=bound(host, 0))
        async with server:
            _, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
            writer.close()
            return await asyncio.wait_for(found, 10)

    with ThreadPoolExecutor(1) as other:  # this thread may have a loop already, that of the browser's tests
        assert other.submit(asyncio.run, accepted()).result(20) != 0


def test_a_kept_connection_does_not_wait_for_acknowledgements(public: tuple[list[str], str, list[str]]) -> None:
    """An answer in two parts waits some 40 ms where the reader delays its acknowledgement, as readers do."""
    host = urlsplit(public[0][0]).netloc
    with socket.create_connection((host.split(":")[0], int(host.split(":")[1])), timeout=10) as wire:
        _answered(wire, host, True)
        delayed, at_once = [], []
        for _ in range(50):
            delayed.append(_answered(wire, host, False))
            at_once.append(_answered(wire, host, True))
    assert statistics.median(delayed) < 8 * statistics.median(at_once) + 0.001


def _answered(wire: socket.socket, host: str, acknowledge: bool) -> float:
    """Seconds until an answer is there whole; with `acknowledge`, each part is acknowledged at once."""
    began = time.perf_counter()
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, int(acknowledge))
    wire.sendall(REQUEST.format(host=host).encode())
    wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, int(acknowledge))
    said = b""
    while b"\r\n\r\n" not in said:
        said += wire.recv(65536)
    head, _, body = said.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split()[0])
    while len(body) < length:
        body += wire.recv(65536)
    return time.perf_counter() - began
