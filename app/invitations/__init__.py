"""What we send: when a text is due, sending it once, and what became of it."""
