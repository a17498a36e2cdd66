"""The pages of who is told of concerns, and of switching off the words that find them."""
