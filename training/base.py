"""Check the base weights and write them in half precision, which is how they travel to a training machine.

python training/base.py BASE_FOLDER .carry/base.npz
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

# sentence-transformers/all-MiniLM-L6-v2, model.safetensors; several unrelated projects pin the same value.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main(base: Path, out: Path) -> None:
    """Stop where the file is not the one we know; else write it as float16 arrays."""
    path = base / "model.safetensors"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{path}: SHA-256 {found}, expected {SHA256}")
    weights = {name: value.astype(np.float16) for name, value in load_file(path).items() if value.dtype == np.float32}
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(out, **weights)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
