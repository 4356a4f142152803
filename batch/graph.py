"""The network as an ONNX graph: bytes of RGB in, logits and calibrated probabilities out."""

import json
from typing import Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from batch.model_files import Model
from training.vgg16 import INPUT_SIZE, Layer

OPSET: Final = 17
IR_VERSION: Final = 8
# Convolutions after which a 2 x 2 max pool closes a block.
LAST_OF_BLOCK: Final = ("conv1_2", "conv2_2", "conv3_3", "conv4_3", "conv5_3")


def build_graph(model: Model, layers: list[Layer]) -> onnx.ModelProto:
    """Takes `rgb`, uint8 `[photos, 224, 224, 3]`; gives `logits` and `probabilities`,
    float32 `[photos, 9]` in the order of the classes.

    Normalisation and the temperature's softmax are nodes, so nothing is left to be done wrongly
    outside. Classes, version and the verdict's bounds stand in the file's metadata.
    """
    *convolutions, head = layers
    mean, sd = (np.array(values, np.float32) for values in model.preprocessing)
    tensors = {
        "range": np.float32(255) * sd,
        "offset": mean / sd,
        "temperature": np.float32(model.calibration["temperature"]),
        "head.w": head.kernel,
        "head.b": head.bias,
    }
    nodes = [
        helper.make_node("Cast", ["rgb"], ["float"], to=TensorProto.FLOAT),
        helper.make_node("Div", ["float", "range"], ["scaled"]),
        helper.make_node("Sub", ["scaled", "offset"], ["pixels"]),
        helper.make_node("Transpose", ["pixels"], ["nchw"], perm=[0, 3, 1, 2]),
    ]
    previous = "nchw"
    for layer in convolutions:
        name = layer.name
        tensors[f"{name}.w"] = layer.kernel.transpose(3, 2, 0, 1)
        tensors[f"{name}.b"] = layer.bias
        inputs = [previous, f"{name}.w", f"{name}.b"]
        nodes += [
            helper.make_node("Conv", inputs, [f"{name}.sum"], kernel_shape=[3, 3], pads=[1] * 4),
            helper.make_node("Relu", [f"{name}.sum"], [name]),
        ]
        previous = name
        if name in LAST_OF_BLOCK:
            previous = f"{name}.pool"
            square = {"kernel_shape": [2, 2], "strides": [2, 2]}
            nodes.append(helper.make_node("MaxPool", [name], [previous], **square))
    nodes += [
        helper.make_node("Transpose", [previous], ["nhwc"], perm=[0, 2, 3, 1]),
        helper.make_node("Flatten", ["nhwc"], ["features"], axis=1),
        helper.make_node("Gemm", ["features", "head.w", "head.b"], ["logits"]),
        helper.make_node("Div", ["logits", "temperature"], ["tempered"]),
        helper.make_node("Softmax", ["tempered"], ["probabilities"], axis=1),
    ]
    nine = ["photos", len(model.classes)]
    photos = ["photos", INPUT_SIZE, INPUT_SIZE, 3]
    graph = helper.make_graph(
        nodes,
        "pilah",
        [helper.make_tensor_value_info("rgb", TensorProto.UINT8, photos)],
        [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, nine)
            for name in ("logits", "probabilities")
        ],
        [tensor(name, values) for name, values in tensors.items()],
    )
    proto = helper.make_model(
        graph,
        producer_name="pilah",
        ir_version=IR_VERSION,
        opset_imports=[helper.make_opsetid("", OPSET)],
    )
    facts = {"version": model.version, "classes": model.classes, "verdict": model.calibration}
    helper.set_model_props(proto, {key: json.dumps(value) for key, value in facts.items()})
    onnx.checker.check_model(proto, full_check=True)
    return proto


def tensor(name: str, values: NDArray[np.float32]) -> TensorProto:
    return numpy_helper.from_array(np.ascontiguousarray(values, np.float32), name)
