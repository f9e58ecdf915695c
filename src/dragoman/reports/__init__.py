"""What is said to have happened, by whom to whom, and whether it is so."""
