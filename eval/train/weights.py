"""Writes the container of trained weights that `src/encoder/weights.ts` reads (its layout is described there)."""

import json
import struct

import numpy as np

MAGIC = b"STMWGHT1"
ALIGNMENT = 16
DTYPES = ("int8", "uint8", "int16", "int32", "float32")


def write_weights(path, meta, tensors):
    """`meta`: what JSON can hold; `tensors`: name -> np.ndarray of one of DTYPES. The same input gives the same bytes."""
    entries, parts, offset = {}, [], 0
    for name, array in tensors.items():
        array = np.asarray(array)
        if array.dtype.name not in DTYPES:
            raise ValueError(f"{name} is {array.dtype}, not one of {', '.join(DTYPES)}")
        raw = array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes(order="C")
        entries[name] = {"dtype": array.dtype.name, "shape": list(array.shape), "offset": offset}
        padding = -len(raw) % ALIGNMENT
        parts += [raw, bytes(padding)]
        offset += len(raw) + padding
    header = json.dumps({"meta": meta, "tensors": entries}, ensure_ascii=False, separators=(",", ":")).encode()
    start = len(MAGIC) + 4 + len(header)
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<I", len(header)) + header + bytes(-start % ALIGNMENT))
        for part in parts:
            file.write(part)


def quantise(w):
    """Symmetric int8 a row (an output channel, or a row of an embedding): w[i] is about q[i] * scale[i]. -128 is not used."""
    w = np.asarray(w, dtype=np.float32)
    peak = np.abs(w).max(axis=1)
    scale = np.where(peak > 0, peak / 127, 1).astype(np.float32)
    return np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8), scale


def with_quantised(tensors, name, w):
    """Adds `name` (int8) and `name.scale` (float32) of the matrix `w` [out, in] to `tensors`."""
    tensors[name], tensors[f"{name}.scale"] = quantise(w)
