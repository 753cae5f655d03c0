"""The server itself: a free port, uvicorn, and an end within half a second."""

import socket
from typing import Any

import uvicorn

from site_gen.model.problem import OutsideError
from site_gen.preview.app import Preview

_TRIED = 20  # ports after the one that was asked for


def bound(host: str, port: int) -> socket.socket:
    """A socket on the port, or on the next one that is free; port 0 is any. `OutsideError` where there is none."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, port + _TRIED if port else 1):
        # With the protocol named, asyncio sets TCP_NODELAY; without, each answer waits 40 ms for an acknowledgement.
        sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if host == "::" and socket.has_dualstack_ipv6():
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        try:
            sock.bind((host, number))
            sock.listen(128)
        except PermissionError as error:
            sock.close()
            raise OutsideError(f"Port {number} may not be used: {error.strerror}. Name another with --port.") from None
        except socket.gaierror as error:
            sock.close()
            raise OutsideError(f"There is no address '{host}': {error.strerror}.") from None
        except OSError:
            sock.close()
            continue
        return sock
    raise OutsideError(
        f"Ports {port} to {port + _TRIED - 1} of {host} cannot be used. Name others with --host, --port."
    )


class Server(uvicorn.Server):
    """Ends at once: listening pages are disconnected first."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        super().__init__(
            uvicorn.Config(
                preview,
                log_level="critical",
                access_log=False,
                lifespan="on",
                server_header=False,
                timeout_graceful_shutdown=1,
                timeout_keep_alive=30,
                ws="none",
            )
        )

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Handle a signal to end."""
        self._preview.hub.close()
        self.should_exit = True
        self.force_exit = True
