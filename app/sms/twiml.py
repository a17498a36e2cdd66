"""The answer to an inbound text, in the provider's markup (TwiML)."""

from twilio.twiml.messaging_response import MessagingResponse


def twiml(answer: str | None) -> str:
    """Write TwiML that texts this answer back, or nothing at all."""
    response = MessagingResponse()
    if answer:
        response.message(answer)
    return str(response)
