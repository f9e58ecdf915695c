"""Trained graphs, one thread each: many documents are read side by side, never one by many threads."""

from __future__ import annotations

from pathlib import Path

import onnxruntime as ort

from dragoman.errors import ModelError


def load_graph(path: Path, content: bytes | None = None) -> ort.InferenceSession:
    """The graph of a file, or of what was read of it before. Raises `ModelError` where it is missing or broken."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return ort.InferenceSession(content or path.read_bytes(), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"cannot be used ({error})", path) from error
