"""What they answered: replies kept byte for byte, and what we read in them."""
