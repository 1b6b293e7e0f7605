"""The words and rules of emulation work: no SQL, no file, no screen."""
