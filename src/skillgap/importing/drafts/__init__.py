"""Records while they are gathered, before anybody knows which are one and the same."""
