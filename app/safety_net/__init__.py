"""Who is told of concerns, and whether words bring replies forward: shown, and changed."""
