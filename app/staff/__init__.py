"""Who may come in: sign-in, roles, clinics, and the guard in front of every page."""
