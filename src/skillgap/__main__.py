"""`python -m skillgap`."""

from skillgap.cli.main import run

if __name__ == "__main__":
    run()
