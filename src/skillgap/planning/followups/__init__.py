"""What is asked once a path is found: alternatives, trade-offs, absences, nearby roles."""
