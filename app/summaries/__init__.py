"""The clinic sheet: what matters to each young person, in the minute before the visit."""
