"""The HTTP under Twilio's SDK: one try, with time-outs, that knows whether a byte has left.

Each thread has one client with its own pool of connections, which are used again. A library that
tried again by itself would text twice.
"""

import logging
import socket
import struct
from typing import Any
from urllib.parse import urlencode
from urllib.request import getproxies

import certifi
import urllib3
from twilio.http import HttpClient
from twilio.http.response import Response
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

CONNECT_SECONDS, READ_SECONDS = 3.0, 10.0
WAIT_SECONDS = 60.0
KEPT_CONNECTIONS = 2


class _Marks:
    """Whether a byte of the request now being made has left; one for each client."""

    def __init__(self) -> None:
        self.left = False


def _socket_options() -> list[tuple[int, int, int | bytes]]:
    """Bounded lateness: what is not acknowledged in time is dropped, and closing sends nothing."""
    options: list[tuple[int, int, int | bytes]] = [(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)]
    options.append((socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)))
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        options.append((socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(READ_SECONDS * 1000)))
    return options


def _marking(kind: type[HTTPConnection], marks: _Marks) -> type[HTTPConnection]:
    """Make a kind of connection that notes the first byte of a request, before it leaves."""

    class Marking(kind):  # type: ignore[misc, valid-type]
        """A connection that connects first, and only then says that something has left."""

        def send(self, data: Any) -> None:
            """Connect if need be, note that a byte leaves, and send."""
            if self.sock is None:
                self.connect()
            marks.left = True
            super().send(data)

    return Marking


class OneTry(HttpClient):  # type: ignore[misc]
    """The client that the SDK is given; not for several threads at once."""

    def __init__(self, base_url: str) -> None:
        super().__init__(logging.getLogger("twilio.http_client"), is_async=False)
        self.wait_seconds = WAIT_SECONDS
        self._marks = _Marks()
        self._pools = _pools_of(base_url)
        self._pools.pool_classes_by_scheme = {
            "http": _pool(HTTPConnectionPool, _marking(HTTPConnection, self._marks)),
            "https": _pool(HTTPSConnectionPool, _marking(HTTPSConnection, self._marks)),
        }

    @property
    def left(self) -> bool:
        """Whether a byte of the last request may have left this machine."""
        return self._marks.left

    def request(
        self,
        method: str,
        url: str,
        params: dict[str, object] | None = None,
        data: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Response:
        """Make one request, following no redirect; raises urllib3's HTTPError."""
        self._marks.left = False
        sent = dict(headers or {})
        if auth:
            sent |= urllib3.make_headers(basic_auth=":".join(auth))
        if params:
            url = f"{url}?{urlencode(_plain(params))}"
        body = None
        if method in ("POST", "PUT"):
            body = urlencode(_plain(data))
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self._pools.request(
            method, url, body=body, headers=sent, redirect=False, retries=False
        )
        self.wait_seconds = _seconds(answer.headers.get("Retry-After"))
        return Response(answer.status, answer.data.decode("utf-8", "replace"), answer.headers)


def _pools_of(base_url: str) -> urllib3.PoolManager:
    """Make the pools: through the hospital's proxy if its address is in the environment."""
    given: dict[str, Any] = {
        "num_pools": 4,
        "maxsize": KEPT_CONNECTIONS,
        "timeout": urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
        "retries": False,
        "socket_options": _socket_options(),
        "ca_certs": certifi.where(),
    }
    proxy = getproxies().get("https") if base_url.startswith("https") else None
    return urllib3.ProxyManager(proxy, **given) if proxy else urllib3.PoolManager(**given)


def _pool(kind: type[Any], connection: type[Any]) -> type[Any]:
    return type(kind.__name__, (kind,), {"ConnectionCls": connection})


def _plain(given: dict[str, object] | None) -> dict[str, str]:
    return {name: str(value) for name, value in (given or {}).items() if value is not None}


def _seconds(header: object) -> float:
    try:
        return max(1.0, float(str(header)))
    except ValueError:
        return WAIT_SECONDS
