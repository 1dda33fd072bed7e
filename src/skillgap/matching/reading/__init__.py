"""What a person writes, read part by part: skills, credentials, titles, degrees, languages."""
