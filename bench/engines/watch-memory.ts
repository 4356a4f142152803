/**
 * Counts the WebAssembly memory of this worker, whichever library takes it. To be imported before
 * any of them: libraries keep their memory to themselves, so it is noted where it is made.
 */

const memories = new Set<WebAssembly.Memory>();

/** Bytes of all memories of this thread; memory that threads share counts once. */
export function wasmMemoryBytes(): number {
  return [...memories].reduce((total, { buffer }) => total + buffer.byteLength, 0);
}

const { Memory, Instance, instantiate, instantiateStreaming } = WebAssembly;

WebAssembly.Memory = class extends Memory {
  constructor(descriptor: WebAssembly.MemoryDescriptor) {
    super(descriptor);
    memories.add(this);
  }
};

WebAssembly.Instance = class extends Instance {
  constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
    super(module, imports);
    noteExports(this);
  }
};

// Overloads: bytes give a module and an instance, a module gives an instance.
WebAssembly.instantiate = (async (
  source: BufferSource | WebAssembly.Module,
  imports?: WebAssembly.Imports,
) => {
  if (source instanceof WebAssembly.Module) return note(await instantiate(source, imports));
  const result = await instantiate(source, imports);
  noteExports(result.instance);
  return result;
}) as typeof instantiate; // an arrow function cannot carry the overloads

WebAssembly.instantiateStreaming = async (source, imports) => {
  const result = await instantiateStreaming(source, imports);
  noteExports(result.instance);
  return result;
};

function note(instance: WebAssembly.Instance): WebAssembly.Instance {
  noteExports(instance);
  return instance;
}

function noteExports({ exports }: WebAssembly.Instance): void {
  for (const value of Object.values(exports)) {
    if (value instanceof Memory) memories.add(value);
  }
}
