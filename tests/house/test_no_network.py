"""Tests talk to this machine and to nobody else."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError

# Kept for documentation, routed nowhere (RFC 5737, RFC 3849).
ELSEWHERE = [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]


@pytest.mark.parametrize(("family", "address"), ELSEWHERE)
def test_a_socket_to_elsewhere_is_refused(family: int, address: str) -> None:
    with socket.socket(family) as outward, pytest.raises(SocketConnectBlockedError):
        outward.connect((address, 443))


def test_a_socket_to_this_machine_is_not() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as inward,
    ):
        assert inward.getpeername() == server.getsockname()
