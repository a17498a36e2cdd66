"""Learning from labelled conversations what words are likely to say: make weights."""
