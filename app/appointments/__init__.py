"""What the hospital told us: the clinic lists and the appointments in them."""
