"""The sending anybody would write first: the provider's own client in some threads."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from benchmarks.due import ACCOUNT, PUBLIC, SENDER, TOKEN

WORDS = (
    "Hi Sam, you have a visit at Riverside Hospital on Tue 12 May at 9.30am. "
    "What are the three things that matter most to you?"
)

_own = threading.local()


def sent_plainly(provider: str, count: str, threads: str) -> float:
    """Send so many texts, and keep nothing of it; return how long that took."""
    with ThreadPoolExecutor(int(threads)) as pool:
        # Once before it counts: each thread with its own connection.
        list(pool.map(lambda _: _send(provider, 0), range(int(threads))))
        began = time.perf_counter()
        list(pool.map(lambda place: _send(provider, place), range(int(count))))
        return time.perf_counter() - began


def _send(provider: str, place: int) -> None:
    _client(provider).messages.create(
        to=f"+447400{place:06}",
        from_=SENDER,
        body=WORDS,
        status_callback=f"{PUBLIC}/sms/receipts/{place}",
        validity_period=3600,
    )


def _client(provider: str) -> Any:
    if not hasattr(_own, "client"):
        _own.client = Client(ACCOUNT, TOKEN, http_client=TwilioHttpClient())
        _own.client.api.base_url = provider
    return _own.client
