"""The second process: it ticks; the database holds what is due."""
