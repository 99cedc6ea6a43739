/** The half of the package that knows nothing of how its WebAssembly is found. */
declare module '@ast-grep/wasm/wasm_bg.js' {
  export * from '@ast-grep/wasm';
  export function __wbg_set_wasm(exports: WebAssembly.Instance['exports']): void;
}

/** What is used of WebAssembly, which only TypeScript's browser library declares. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>;
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Record<string, Record<string, unknown>>): Promise<Instance>;
}
