"""Whether a webhook really comes from the provider: its signature over our public address."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict

Form = MultiDict[str, str] | Mapping[str, str]


def public_url(base: str, path: str, query: bytes = b"") -> str:
    """Build the address that was signed, from the configured one and never from headers."""
    parts = urlsplit(base)
    question = f"?{query.decode('latin-1')}" if query else ""
    return f"{parts.scheme}://{parts.netloc}{path}{question}"


def is_signed(url: str, form: Form, signature: str | None, tokens: Sequence[str]) -> bool:
    """Return whether a form was signed for this address with one of our tokens; never raises.

    All parameters count, also those nobody knows yet. The comparison takes constant time.
    """
    if not signature or not signature.isascii():
        return False
    return any(RequestValidator(token).validate(url, form, signature) for token in tokens if token)


def sign(url: str, form: Form, token: str) -> str:
    """Sign a form as the provider does, for the pretend phone and the tests."""
    signature: str = RequestValidator(token).compute_signature(url, form)
    return signature
