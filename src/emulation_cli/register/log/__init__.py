"""What was changed, when and by which change; reading it, and going back along it."""
