"""Texts: their words, what they cost, and the only rooms that know Twilio."""
