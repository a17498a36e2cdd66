"""What words are likely to be, where rules do not tell: learned from replies labelled by people."""
