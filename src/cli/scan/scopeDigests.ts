import { hash } from 'node:crypto';
import type { CompiledScope } from '../../core/library/compiledLesson';
import type { Library } from '../../core/library/library';

/** 128 bits, in base64. */
const length = 22;

/** Tells whether a file is asked the same by the same lessons as before, so that a changed lesson concerns few files. */
export class ScopeDigests {
  /** The scopes' places in the library. */
  readonly #places = new Map<CompiledScope, number>();
  readonly #digests: string[] = [];

  constructor({ compiled }: Library) {
    for (const { lesson, scopes } of compiled) {
      for (const scope of scopes) {
        this.#places.set(scope, this.#digests.length);
        this.#digests.push(digest(JSON.stringify([lesson.id, scope.index, scope.scope])));
      }
    }
  }

  /** Of what the scopes say, in the order of the library, whatever else their lessons say. */
  of(scopes: readonly CompiledScope[]): string {
    const places = Uint32Array.from(scopes, (scope) => this.#places.get(scope) ?? 0).sort();
    return digest(Array.from(places, (at) => this.#digests[at]).join());
  }
}

function digest(text: string): string {
  return hash('sha256', text, 'base64').slice(0, length);
}
