"""A file becomes an open register: looked at, let in by the gate, brought to this version."""
