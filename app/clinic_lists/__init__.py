"""Where clinic admins bring their lists: pages, the texts a list will lead to, undo, the folder."""
