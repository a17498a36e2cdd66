"""The parts of who is told of concerns (pure): two of a clinic, and its organisation's list."""

LEAD, COVER, LIST = "lead", "cover", "list"
# Who is told first stands first; a clinic needs the first two.
ROLES = (LEAD, COVER, LIST)
NEEDED = (LEAD, COVER)
IN_WORDS = {LEAD: "safeguarding lead", COVER: "cover person", LIST: "on the list"}
