"""skillgap: which micro-credentials to earn, in which order, at what cost, and why those."""

__version__ = "0.1.0"
