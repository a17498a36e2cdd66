"""Who did what, when: written inside the change itself, never altered, each row sealing the last."""
