"""The shape of files, at the border: what may be written, before it becomes a noun."""
