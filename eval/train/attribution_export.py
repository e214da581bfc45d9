"""Writes checkpoints of attribution.py, averaged, as the weights of the accurate tier: int8 where the kernel multiplies.

  python attribution_export.py BASE_DIR models/attribution.bin CHECKPOINT.npz...

The mean of runs that one grew out of the other beats either (Wortsman et al. 2022, model soups).
"""

import os
import sys

import jax
import numpy as np

from attribution import FEATURES, HEADS, LIMIT, load_params
from weights import with_quantised, write_weights


def main(base, out, *checkpoints):
    runs = [load_params(path) for path in checkpoints]
    p = jax.tree.map(lambda *same: np.mean(same, axis=0, dtype=np.float32), *runs)
    t = {}
    with open(os.path.join(base, "vocab.txt"), "rb") as f:
        t["vocab"] = np.frombuffer(f.read(), np.uint8)
    with_quantised(t, "embeddings.word", p["word"])
    t["embeddings.position"] = np.asarray(p["position"][:LIMIT], np.float32)
    t["embeddings.type"] = p["type"]
    for i, (name, _) in enumerate(FEATURES):
        t[f"embeddings.feature.{i}"] = p["features"][name]
    t["embeddings.norm.weight"], t["embeddings.norm.bias"] = p["norm"]
    for i, layer in enumerate(p["layers"]):
        for name in ("query", "key", "value", "output", "up", "down"):
            weight, bias = layer[name]
            with_quantised(t, f"layer.{i}.{name}", weight)
            t[f"layer.{i}.{name}.bias"] = bias
        for name, ours in (("attention.norm", "attention_norm"), ("ffn.norm", "ffn_norm")):
            t[f"layer.{i}.{name}.weight"], t[f"layer.{i}.{name}.bias"] = layer[ours]
    head = p["head"]
    t["head.tag.weight"], t["head.tag.bias"] = head["tag"]
    t["head.transitions"] = head["transitions"]
    for i, link in enumerate(head["links"]):
        for name in ("from", "to", "none"):
            t[f"head.link.{i}.{name}.weight"], t[f"head.link.{i}.{name}.bias"] = link[name]
        t[f"head.link.{i}.distance"] = link["distance"]
    meta = {
        "layers": len(p["layers"]),
        "hidden": int(p["word"].shape[1]),
        "heads": HEADS,
        "ffn": int(p["layers"][0]["up"][0].shape[0]),
        "vocab": int(p["word"].shape[0]),
        "maxPieces": LIMIT,
        "window": LIMIT,
    }
    write_weights(out, meta, t)
    print(f"{out}: {os.path.getsize(out) / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
