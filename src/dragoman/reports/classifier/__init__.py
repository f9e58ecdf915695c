"""The second voter on acts: a small network that reads what the syntax encoder made of a sentence, parties marked."""
