"""The command `import`: its questions, and what is told."""
