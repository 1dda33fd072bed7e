"""What help says of each command: imported only where typer builds it."""
