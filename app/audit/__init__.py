"""Who did what, when: written inside the change itself, each row sealing the last."""
