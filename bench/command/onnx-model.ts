/** The shipped network as an ONNX file, for onnxruntime. https://onnx.ai/onnx/repo-docs/IR.html */
import { dequantise, type LayerCodes } from '../../src/inference/weight-codec';
import { type Bytes, concatenate, field, integerField } from './protobuf';

/** Numbers of the fields in onnx.proto3. */
const MODEL = { irVersion: 1, producer: 2, graph: 7, opset: 8 };
const OPSET = { version: 2 };
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const NODE = { input: 1, output: 2, opType: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, i: 3, ints: 8, type: 20 };
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9 };
const VALUE = { name: 1, type: 2 };

const IR_VERSION = 8;
const OPSET_VERSION = 13;
const FLOAT = 1;
const INTEGER_ATTRIBUTE = 2;
const INTEGERS_ATTRIBUTE = 7;

/** Convolutions after which a 2 × 2 max pool closes a block. */
const LAST_OF_BLOCK = ['conv1_2', 'conv2_2', 'conv3_3', 'conv4_3', 'conv5_3'];

/**
 * Takes `pixels`, float32 `[1, 224, 224, 3]`, gives `logits`, `[1, 9]`. ONNX convolves NCHW, so the
 * pixels and the last features are transposed inside, a matter of microseconds.
 */
export function onnxModel(layers: readonly LayerCodes[]): Bytes {
  const head = layers.at(-1);
  if (!head) throw new RangeError('no layers');
  const nodes = [node('Transpose', ['pixels'], 'nchw', { perm: [0, 3, 1, 2] })];
  let previous = 'nchw';
  for (const { name } of layers.slice(0, -1)) {
    const padding = { kernel_shape: [3, 3], pads: [1, 1, 1, 1] };
    nodes.push(node('Conv', [previous, `${name}.w`, `${name}.b`], `${name}.sum`, padding));
    nodes.push(node('Relu', [`${name}.sum`], name));
    previous = name;
    if (!LAST_OF_BLOCK.includes(name)) continue;
    previous = `${name}.pool`;
    nodes.push(node('MaxPool', [name], previous, { kernel_shape: [2, 2], strides: [2, 2] }));
  }
  nodes.push(node('Transpose', [previous], 'nhwc', { perm: [0, 2, 3, 1] }));
  nodes.push(node('Flatten', ['nhwc'], 'flat', { axis: 1 }));
  nodes.push(node('Gemm', ['flat', `${head.name}.w`, `${head.name}.b`], 'logits'));
  const graph = field(
    MODEL.graph,
    ...nodes.map((content) => field(GRAPH.node, content)),
    field(GRAPH.name, 'vgg16'),
    ...layers.flatMap(tensors).map((content) => field(GRAPH.initializer, content)),
    field(GRAPH.input, value('pixels', [1, 224, 224, 3])),
    field(GRAPH.output, value('logits', [1, head.biases.length])),
  );
  return concatenate([
    integerField(MODEL.irVersion, IR_VERSION),
    field(MODEL.producer, 'pilah-bench'),
    graph,
    field(MODEL.opset, integerField(OPSET.version, OPSET_VERSION)),
  ]);
}

function node(
  opType: string,
  inputs: readonly string[],
  output: string,
  attributes: Record<string, number | readonly number[]> = {},
): Bytes {
  return concatenate([
    ...inputs.map((input) => field(NODE.input, input)),
    field(NODE.output, output),
    field(NODE.opType, opType),
    ...Object.entries(attributes).map(([name, setting]) =>
      field(NODE.attribute, attribute(name, setting)),
    ),
  ]);
}

function attribute(name: string, setting: number | readonly number[]): Bytes {
  const content =
    typeof setting === 'number'
      ? [integerField(ATTRIBUTE.i, setting), integerField(ATTRIBUTE.type, INTEGER_ATTRIBUTE)]
      : [
          ...setting.map((entry) => integerField(ATTRIBUTE.ints, entry)),
          integerField(ATTRIBUTE.type, INTEGERS_ATTRIBUTE),
        ];
  return concatenate([field(ATTRIBUTE.name, name), ...content]);
}

function tensors(layer: LayerCodes): Bytes[] {
  const kernel = dequantise(layer);
  const isConvolution = layer.shape.length === 4;
  return [
    isConvolution
      ? tensor(`${layer.name}.w`, oihwShape(layer.shape), toOihw(kernel, layer.shape))
      : tensor(`${layer.name}.w`, layer.shape, kernel),
    tensor(`${layer.name}.b`, [layer.biases.length], layer.biases),
  ];
}

function tensor(name: string, shape: readonly number[], values: Float32Array): Bytes {
  return concatenate([
    ...shape.map((side) => integerField(TENSOR.dims, side)),
    integerField(TENSOR.dataType, FLOAT),
    field(TENSOR.name, name),
    field(TENSOR.rawData, new Uint8Array(Float32Array.from(values).buffer)),
  ]);
}

function oihwShape([height = 0, width = 0, inputs = 0, outputs = 0]: readonly number[]): number[] {
  return [outputs, inputs, height, width];
}

function toOihw(hwio: Float32Array, shape: readonly number[]): Float32Array {
  const [height = 0, width = 0, inputs = 0, outputs = 0] = shape;
  const taps = height * width;
  const oihw = new Float32Array(hwio.length);
  for (let tap = 0; tap < taps; tap++) {
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) {
        oihw[(output * inputs + input) * taps + tap] =
          hwio[(tap * inputs + input) * outputs + output] ?? 0;
      }
    }
  }
  return oihw;
}

function value(name: string, shape: readonly number[]): Bytes {
  const dimensions = shape.map((side) => field(1, integerField(1, side)));
  const tensorType = field(1, integerField(1, FLOAT), field(2, ...dimensions));
  return concatenate([field(VALUE.name, name), field(VALUE.type, tensorType)]);
}
