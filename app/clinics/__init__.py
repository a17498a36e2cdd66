"""The clinics: what they are called in a text, when they may text, whom to ring."""
