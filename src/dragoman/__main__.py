"""`python -m dragoman`: the command, where its script is not on the path."""

from dragoman.cli.main import main

if __name__ == "__main__":
    main()
