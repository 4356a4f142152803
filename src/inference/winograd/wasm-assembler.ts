/** Writes WebAssembly: instructions as nested byte lists, functions, one module. Only what the kernels need. */

/** Instructions in order; nested lists are flattened when the module is written. */
export type Code = readonly (number | Code)[];

/** A local variable or parameter of the function that made it. */
export interface Local {
  readonly get: Code;
  set(value: Code): Code;
}

export type ValueType = 'i32' | 'f32' | 'f64' | 'v128';

const TYPE_BYTES = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

/** Alignment hints of 0 (any address): hints change nothing on today's processors. */
const ANY_ALIGNMENT = 0;
const VOID_BLOCK = 0x40;
const END = 0x0b;

export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

const binary = (opcode: number) => (a: Code, b: Code) => [a, b, opcode];

export const i32 = {
  const: (value: number): Code => [0x41, signed(value)],
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  divU: binary(0x6e),
  shrU: binary(0x76),
  shl: binary(0x74),
  eq: binary(0x46),
  gtU: binary(0x4b),
  load8S: (address: Code, offset = 0): Code => [address, 0x2c, ANY_ALIGNMENT, unsigned(offset)],
};

export const i64 = {
  load: (address: Code): Code => [address, 0x29, ANY_ALIGNMENT, 0],
  store: (address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    0x37,
    ANY_ALIGNMENT,
    unsigned(offset),
  ],
};

export const f64 = {
  add: binary(0xa0),
  mul: binary(0xa2),
  load: (address: Code, offset = 0): Code => [address, 0x2b, ANY_ALIGNMENT, unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    0x39,
    ANY_ALIGNMENT,
    unsigned(offset),
  ],
  convertI32S: (value: Code): Code => [value, 0xb7],
  promoteF32: (value: Code): Code => [value, 0xbb],
};

export const f32 = {
  const: (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  load: (address: Code, offset = 0): Code => [address, 0x2a, ANY_ALIGNMENT, unsigned(offset)],
};

const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];
const simdUnary =
  (opcode: number) =>
  (value: Code): Code => [value, simd(opcode)];
const simdBinary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [a, b, simd(opcode)];
const simdLoad =
  (opcode: number) =>
  (address: Code, offset = 0): Code => [address, simd(opcode), ANY_ALIGNMENT, unsigned(offset)];

export const v128 = {
  load: simdLoad(0x00),
  load8x8S: simdLoad(0x01),
  load32Splat: simdLoad(0x09),
  store: (address: Code, value: Code, offset = 0): Code => [
    address,
    value,
    simd(0x0b),
    ANY_ALIGNMENT,
    unsigned(offset),
  ],
};

export const f32x4 = {
  splat: simdUnary(0x13),
  add: simdBinary(0xe4),
  sub: simdBinary(0xe5),
  mul: simdBinary(0xe6),
  /** `a < b ? b : a`: one instruction, and a NaN in `a` stays. */
  pmax: simdBinary(0xeb),
  convertI32x4S: simdUnary(0xfa),
  /** `a × b + c`, rounded once or twice as the processor likes. */
  relaxedMadd: (a: Code, b: Code, c: Code): Code => [a, b, c, simd(0x105)],
};

export const i32x4 = {
  extendLowI16x8S: simdUnary(0xa7),
  extendHighI16x8S: simdUnary(0xa8),
};

/** Sets `length` bytes from `address` to zero. */
export const fillZero = (address: Code, length: Code): Code => [
  address,
  i32.const(0),
  length,
  [0xfc, unsigned(11), 0],
];

export function when(condition: Code, then: Code, otherwise?: Code): Code {
  return [condition, 0x04, VOID_BLOCK, then, otherwise ? [0x05, otherwise] : [], END];
}

/** Runs `body` `counter` times, at least once; the counter is 0 afterwards. */
export function repeat(counter: Local, body: Code): Code {
  const again = [counter.set(i32.sub(counter.get, i32.const(1))), counter.get, 0x0d, 0];
  return [0x03, VOID_BLOCK, body, again, END];
}

/** `pointer += bytes`; bytes are a constant or code. */
export function advance(pointer: Local, bytes: number | Code): Code {
  return pointer.set(i32.add(pointer.get, typeof bytes === 'number' ? i32.const(bytes) : bytes));
}

/** A function of the module; all take 32-bit integers and return nothing. */
export class FunctionBuilder {
  readonly parameterCount: number;
  readonly #locals: ValueType[] = [];
  #body: Code = [];

  constructor(
    readonly index: number,
    parameterCount: number,
  ) {
    this.parameterCount = parameterCount;
  }

  parameter(index: number): Local {
    return makeLocal(index);
  }

  local(type: ValueType): Local {
    this.#locals.push(type);
    return makeLocal(this.parameterCount + this.#locals.length - 1);
  }

  locals(type: ValueType, count: number): Local[] {
    return Array.from({ length: count }, () => this.local(type));
  }

  body(...code: Code): void {
    this.#body = code;
  }

  call(...parameters: Code[]): Code {
    return [parameters, 0x10, unsigned(this.index)];
  }

  bytes(): number[] {
    const declarations = this.#locals.flatMap((type) => [1, TYPE_BYTES[type]]);
    const content = [...unsigned(this.#locals.length), ...declarations, ...flat(this.#body), END];
    return [...unsigned(content.length), ...content];
  }
}

function makeLocal(index: number): Local {
  const bytes = unsigned(index);
  return { get: [0x20, bytes], set: (value) => [value, 0x21, bytes] };
}

function flat(code: Code): number[] {
  const bytes: number[] = [];
  const walk = (part: Code) => {
    for (const item of part) {
      if (typeof item === 'number') bytes.push(item);
      else walk(item);
    }
  };
  walk(code);
  return bytes;
}

/** Largest memory that the kernels can be given, in pages of 64 KiB: 1 GiB. */
export const MAX_MEMORY_PAGES = 16384;

/** One module that imports its memory as `env.memory`. */
export class ModuleBuilder {
  readonly #functions: FunctionBuilder[] = [];
  readonly #exports: { name: string; index: number }[] = [];

  /** `build` gets the function and its parameters; name it to export it. */
  function(
    parameterCount: number,
    build: (fn: FunctionBuilder, ...parameters: Local[]) => void,
    name?: string,
  ): FunctionBuilder {
    const fn = new FunctionBuilder(this.#functions.length, parameterCount);
    this.#functions.push(fn);
    if (name !== undefined) this.#exports.push({ name, index: fn.index });
    build(fn, ...Array.from({ length: parameterCount }, (_, index) => fn.parameter(index)));
    return fn;
  }

  /** @param isShared whether the memory that will be handed in is shared between threads */
  bytes(isShared: boolean): Uint8Array<ArrayBuffer> {
    const counts = [...new Set(this.#functions.map((fn) => fn.parameterCount))];
    const types = counts.map((count) => [0x60, ...vector(Array(count).fill([0x7f])), 0]);
    const memory = [isShared ? 0x03 : 0x01, 0, ...unsigned(MAX_MEMORY_PAGES)];
    const sections = [
      section(1, vector(types)),
      section(2, vector([[...text('env'), ...text('memory'), 0x02, ...memory]])),
      section(3, vector(this.#functions.map((fn) => unsigned(counts.indexOf(fn.parameterCount))))),
      section(
        7,
        vector(this.#exports.map(({ name, index }) => [...text(name), 0, ...unsigned(index)])),
      ),
      section(10, vector(this.#functions.map((fn) => fn.bytes()))),
    ];
    const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
    return Uint8Array.from([...header, ...sections.flat()]);
  }
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}
