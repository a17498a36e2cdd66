"""What tests of the command ask for: the clock and the fake of those of sending."""

from invitations.conftest import clock, fake

__all__ = ["clock", "fake"]
