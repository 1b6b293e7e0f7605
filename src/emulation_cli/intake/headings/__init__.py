"""What a heading says: the words, their grammar, what offices write."""
