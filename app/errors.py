"""What can go wrong, in one family, so that each edge knows what to tell a person.

ServiceError
├── Refusal         what was asked cannot be done; the message is one sentence for the person
├── NotReady        settings or database are not fit to start; the message holds the advice
└── SealBroken      a sealed cell does not open: wrong key, or moved or altered

Everything else that is raised is a fault of ours and is shown as a plain page with a reference.
"""


class ServiceError(Exception):
    """The root of the family."""


class Refusal(ServiceError):
    """What was asked cannot be done; `str()` says what is wrong and what to do."""


class NotReady(ServiceError):
    """The service may not start like this.

    `advice` holds one line for each missing or weak setting.
    """

    def __init__(self, advice: list[str]) -> None:
        super().__init__("\n".join(advice))
        self.advice = advice


class SealBroken(ServiceError):
    """A sealed cell does not open; says which column, never what was in it."""
