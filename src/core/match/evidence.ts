import type { PatternHit } from '../lesson/pattern';
import type { CompiledScope } from '../library/compiledLesson';
import type { CodeSymbol } from './codeSymbol';
import type { SymbolOrigin } from './match';
import type { PackageReason } from './packages/packageReasons';
import type { StructureHit } from './structure/searchTree';

/** What was found in one source, as far as the scopes that let it in ask for it. Plain data, in offsets into its text. */
export interface Evidence {
  readonly symbols: readonly CodeSymbol[];
  readonly symbolsFrom: SymbolOrigin;
  readonly hits: ReadonlyMap<CompiledScope, readonly PatternHit[]>;
  /** By the structure as it is written. */
  readonly structures: ReadonlyMap<string, readonly StructureHit[]>;
  readonly packages: ReadonlyMap<CompiledScope, readonly PackageReason[]>;
}

export const noEvidence: Evidence = {
  ...{ symbols: [], symbolsFrom: 'grammar' },
  ...{ hits: new Map(), structures: new Map(), packages: new Map() },
};
