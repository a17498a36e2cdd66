"""What must not wait: the words of a reply that bring it to a person sooner."""
