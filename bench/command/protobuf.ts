/** As much of protobuf's wire format as an ONNX file needs. https://protobuf.dev/programming-guides/encoding/ */

export type Bytes = Uint8Array<ArrayBuffer>;

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** A field with a non-negative integer up to 2⁵³. */
export function integerField(field: number, value: number): Bytes {
  return concatenate([varint(field * 8 + VARINT), varint(value)]);
}

/** A field with a text, bytes or a message made of other fields. */
export function field(number: number, ...content: (Bytes | string)[]): Bytes {
  const parts = content.map((part) =>
    typeof part === 'string' ? new TextEncoder().encode(part) : part,
  );
  const length = parts.reduce((total, { length }) => total + length, 0);
  return concatenate([varint(number * 8 + LENGTH_DELIMITED), varint(length), ...parts]);
}

export function concatenate(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** Seven bits a byte, lowest first; all but the last have the top bit. */
function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Uint8Array.of(...bytes, rest);
}
