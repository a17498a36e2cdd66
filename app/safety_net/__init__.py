"""The page of who is told of concerns: shown to those who ask, changed by administrators."""
