"""What Dragoman knows: checked data files and the code that loads them."""
