"""The answer to an inbound text, in the provider's markup (TwiML)."""

from twilio.twiml.messaging_response import MessagingResponse

NOTHING = str(MessagingResponse())


def twiml(answer: str | None) -> str:
    """Write TwiML that texts this answer back, or nothing at all."""
    if not answer:
        return NOTHING
    response = MessagingResponse()
    response.message(answer)
    return str(response)
