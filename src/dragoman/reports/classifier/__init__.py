"""The second voter on acts: a small network that reads what the plain encoder makes of a sentence, parties marked."""
