"""A believable clinic and a pretend phone to try the service with; never reachable in production."""
