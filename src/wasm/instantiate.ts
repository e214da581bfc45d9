/** What is used of WebAssembly: Node has it, but TypeScript declares it only with the library of browsers. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const modules = new Map<string, object>();

/** A new instance of a kernel (base64, as scripts/build-kernel.mjs writes them) with a memory of its own. */
export function instantiate<Exports>(
  kernel: string,
  functions: Readonly<Record<string, (...numbers: number[]) => number>> = {},
): Exports {
  const module = modules.get(kernel) ?? new WebAssembly.Module(Buffer.from(kernel, 'base64'));
  modules.set(kernel, module);
  return new WebAssembly.Instance(module, { env: functions }).exports as Exports;
}
