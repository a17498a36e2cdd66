"""Only what the provider signed comes in; nothing else is answered with more than no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.sms.signature import is_signed, public_url, sign

TOKEN, OLD = "today's token, thirty-two characters", "last month's token, of some length too"
URL = "https://whatmatters.example/sms/inbound"
FORM = {"From": "+447700900101", "Body": "sleep & school", "MessageSid": "SM1"}


def test_a_form_signed_with_our_token_is_ours() -> None:
    assert is_signed(URL, FORM, sign(URL, FORM, TOKEN), [TOKEN])


def test_the_old_token_counts_while_it_is_listed() -> None:
    signature = sign(URL, FORM, OLD)
    assert is_signed(URL, FORM, signature, [TOKEN, OLD])
    assert not is_signed(URL, FORM, signature, [TOKEN])


@pytest.mark.parametrize("signature", [None, "", "abc", "é", "a" * 10_000, "\x00", "=" * 28])
def test_a_missing_or_odd_signature_is_refused_without_raising(signature: str | None) -> None:
    assert not is_signed(URL, FORM, signature, [TOKEN])


def test_every_parameter_counts_also_one_nobody_knows() -> None:
    signature = sign(URL, FORM, TOKEN)
    assert not is_signed(URL, {**FORM, "New": "1"}, signature, [TOKEN])
    assert not is_signed(URL, {**FORM, "Body": "sleep"}, signature, [TOKEN])
    assert not is_signed(URL.replace("https", "http"), FORM, signature, [TOKEN])


def test_without_a_token_nothing_is_ours() -> None:
    assert not is_signed(URL, FORM, sign(URL, FORM, ""), [""])
    assert not is_signed(URL, FORM, sign(URL, FORM, TOKEN), [])


def test_a_form_with_one_name_twice_is_signed_whole() -> None:
    form: MultiDict[str, str] = MultiDict([("A", "1"), ("A", "2")])
    assert is_signed(URL, form, sign(URL, form, TOKEN), [TOKEN])
    assert not is_signed(URL, {"A": "1"}, sign(URL, form, TOKEN), [TOKEN])


@pytest.mark.parametrize(
    ("base", "query", "expected"),
    [
        ("https://a.example", b"", "https://a.example/sms/inbound"),
        ("https://a.example/", b"x=%20+1", "https://a.example/sms/inbound?x=%20+1"),
        ("http://127.0.0.1:8000", b"", "http://127.0.0.1:8000/sms/inbound"),
    ],
)
def test_the_signed_address_comes_from_the_settings(base: str, query: bytes, expected: str) -> None:
    assert public_url(base, "/sms/inbound", query) == expected


@given(st.text(max_size=60), st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=4))
def test_a_guessed_signature_is_never_taken(signature: str, form: dict[str, str]) -> None:
    assert not is_signed(URL, form, signature, [TOKEN])
