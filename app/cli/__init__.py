"""The whatmatters command: what a page does, for a terminal, and what only a terminal needs."""
