"""Writes the shipped network as an ONNX file, which computes its golden logits before it is kept.

Opset 17; input `rgb`, uint8 [photos, 224, 224, 3]; outputs `logits` and `probabilities`, float32
[photos, 9].
"""

import argparse
from pathlib import Path

from batch.graph import OPSET, build_graph
from batch.model_files import DEFAULT_MODEL, read_model
from batch.network import Network


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter
    )
    parser.add_argument("--onnx", type=Path, required=True, metavar="FILE", help="what is written")
    parser.add_argument(
        "--model", type=Path, default=DEFAULT_MODEL, metavar="DIR", help="manifest and shards"
    )
    arguments = parser.parse_args()
    model, layers = read_model(arguments.model)
    data = build_graph(model, layers).SerializeToString()
    network = Network(data, model)
    arguments.onnx.write_bytes(data)
    print(
        f"{arguments.onnx}: model {model.version}, opset {OPSET}, {len(data):,} bytes, checked; "
        f"golden logits within {network.golden_error:.1e}"
    )


if __name__ == "__main__":
    main()
