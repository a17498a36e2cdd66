"""How the tables came to be as they are: one line of migrations, forward only."""
