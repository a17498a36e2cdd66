"""The shapes of the files in tests/appointments/files, each with what must come of it."""
