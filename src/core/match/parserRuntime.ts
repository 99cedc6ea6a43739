import { Parser } from 'web-tree-sitter';
import type { Pieces } from '../pieces';

declare global {
  /** The little of it that is used here; the types of Node know none and those of browsers bring much else. */
  namespace WebAssembly {
    class Memory {
      readonly buffer: ArrayBuffer;
      /** In pages of 64 KiB. */
      constructor(size: { readonly initial: number; readonly maximum: number });
    }
  }
}

/** Why there are no symbols where a grammar was asked for them. */
export interface NoTree {
  readonly reason: 'too-slow' | 'failed';
  readonly detail: string;
}

const pageSize = 65_536;
/** Enough for a parse's growth many times over; what asks for more is not code. */
const mostBytes = 1 << 30;

/**
 * web-tree-sitter has one WebAssembly instance and one memory for all grammars of a process, and so there is one of
 * these. Where a parser traps or runs out of memory, none works any more, and all say so from then on.
 */
export class ParserRuntime {
  #starting: Promise<void> | undefined;
  #memory: WebAssembly.Memory | undefined;
  #trap: NoTree | undefined;

  /** @param read the bytes of `tree-sitter.wasm` */
  start(read: () => Promise<Uint8Array>): Promise<void> {
    if (this.#starting === undefined) {
      this.#starting = this.#start(read);
      // A file that could not be read may be there at the next time.
      this.#starting.catch(() => {
        this.#starting = undefined;
      });
    }
    return this.#starting;
  }

  /** Bytes of the memory; it grows and never shrinks. */
  get size(): number {
    return this.#memory?.buffer.byteLength ?? 0;
  }

  /** Does what needs the parser, unless that has trapped before. */
  *attempt<T>(work: () => Pieces<T | NoTree>): Pieces<T | NoTree> {
    if (this.#trap !== undefined) {
      return this.#trap;
    }
    try {
      return yield* work();
    } catch (error) {
      this.#trap = { reason: 'failed', detail: error instanceof Error ? error.message : String(error) };
      return this.#trap;
    }
  }

  async #start(read: () => Promise<Uint8Array>): Promise<void> {
    const wasmBinary = await read();
    const wasmMemory = new WebAssembly.Memory({ initial: 512, maximum: mostBytes / pageSize });
    this.#memory = wasmMemory;
    await Parser.init({ wasmBinary, wasmMemory });
  }
}

export const parserRuntime = new ParserRuntime();
