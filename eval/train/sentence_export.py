"""Writes the sentence encoder of the accurate tier from the ONNX file of a BERT encoder: int8 where the kernel multiplies.

  python sentence_export.py MODEL.onnx VOCABULARY.json models/sentence.bin

Nothing is trained. VOCABULARY is the tokenizer.json that comes with the model.
"""

import json
import os
import sys

import numpy as np
import onnx
from onnx import numpy_helper

from weights import with_quantised, write_weights

LIMIT = 256  # pieces of a sentence, [CLS] and [SEP] included; also at run time
HEADS = 12
LINEAR = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "up": "intermediate.dense",
    "down": "output.dense",
}
NORM = {"attention.norm": "attention.output.LayerNorm", "ffn.norm": "output.LayerNorm"}


def main(model, vocabulary, out):
    graph = onnx.load(model).graph
    known = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    # The exporter gives the matrices numbers for names; their nodes tell which layer they are of.
    matrix = {node.name: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    with open(vocabulary, encoding="utf-8") as file:
        ids = json.load(file)["model"]["vocab"]
    pieces = sorted(ids, key=ids.get)
    if [ids[piece] for piece in pieces] != list(range(len(pieces))):
        raise ValueError(f"{vocabulary}: the ids have gaps")

    t = {"vocab": np.frombuffer("\n".join(pieces).encode(), np.uint8)}
    words = known["embeddings.word_embeddings.weight"]
    with_quantised(t, "embeddings.word", words)
    t["embeddings.position"] = known["embeddings.position_embeddings.weight"][:LIMIT]
    t["embeddings.type"] = known["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        t[f"embeddings.norm.{part}"] = known[f"embeddings.LayerNorm.{part}"]
    layers = 0
    while f"encoder.layer.{layers}.output.dense.bias" in known:
        theirs, ours = f"encoder.layer.{layers}", f"layer.{layers}"
        for name, path in LINEAR.items():
            weight = known[matrix[f"/encoder/layer.{layers}/{path.replace('.', '/')}/MatMul"]]
            with_quantised(t, f"{ours}.{name}", weight.T)
            t[f"{ours}.{name}.bias"] = known[f"{theirs}.{path}.bias"]
        for name, path in NORM.items():
            for part in ("weight", "bias"):
                t[f"{ours}.{name}.{part}"] = known[f"{theirs}.{path}.{part}"]
        layers += 1
    meta = {
        "layers": layers,
        "hidden": int(words.shape[1]),
        "heads": HEADS,
        "ffn": int(t["layer.0.up.bias"].shape[0]),
        "vocab": int(words.shape[0]),
        "maxPieces": LIMIT,
    }
    write_weights(out, meta, t)
    print(f"{out}: {os.path.getsize(out) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
