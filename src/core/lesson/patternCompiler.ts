import { type CompiledPattern, compileOrFault } from './pattern';

/** Compiles the patterns of one lesson, each once, however often it is asked for. */
export class PatternCompiler {
  readonly #known = new Map<string, CompiledPattern>();

  compile(source: string, flags = ''): CompiledPattern {
    const key = `${flags} ${source}`;
    const known = this.#known.get(key) ?? compileOrFault(source, flags);
    this.#known.set(key, known);
    return known;
  }
}
