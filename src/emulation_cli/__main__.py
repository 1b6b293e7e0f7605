"""`python -m emulation_cli` is `emul`."""

import sys

from emulation_cli.cli import main

if __name__ == "__main__":
    sys.exit(main())
