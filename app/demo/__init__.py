"""A believable clinic and a pretend phone to try the service; never reachable in production."""
