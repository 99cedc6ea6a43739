import { type Language, type Node, Parser, type Tree } from 'web-tree-sitter';
import type { Matcher } from './astGrep';
import { type StructureLanguage, structureLanguage } from './structureLanguages';

/** Lessons have fewer; while one is being written, every key pressed makes another pattern. */
const mostKept = 5000;

/** Reads patterns of one language: as what piece of code does ast-grep have to take them? */
export class PatternReader {
  readonly sigil: string;
  readonly #parser: Parser;
  readonly #contexts: StructureLanguage['contexts'];
  readonly #read = new Map<string, Matcher | undefined>();

  constructor(grammar: string, language: Language) {
    const { sigil, contexts } = structureLanguage(grammar);
    this.sigil = sigil;
    this.#contexts = contexts;
    this.#parser = new Parser();
    this.#parser.setLanguage(language);
  }

  /** `undefined` where the pattern is no single piece of code of this language. */
  read(pattern: string): Matcher | undefined {
    if (!this.#read.has(pattern)) {
      if (this.#read.size >= mostKept) {
        this.#read.clear();
      }
      this.#read.set(pattern, this.#find(pattern.trim()));
    }
    return this.#read.get(pattern);
  }

  #find(pattern: string): Matcher | undefined {
    for (const context of this.#contexts) {
      const at = context.indexOf('%');
      const code = context.replace('%', () => this.#withSigils(pattern));
      const tree = this.#parser.parse(code);
      const end = code.length - (context.length - at - 1);
      const kind = tree === null ? undefined : kindBetween(tree, at, end);
      tree?.delete();
      if (kind !== undefined) {
        const inContext = { context: context.replace('%', () => pattern), selector: kind };
        return context === '%' ? pattern : { rule: { pattern: inContext } };
      }
    }
    return undefined;
  }

  /** As ast-grep does it: `$` before a capital letter or an underscore, and three of them alone. */
  #withSigils(pattern: string): string {
    return pattern.replace(/\$+(?=[A-Z_])|(?<!\$)\$\$\$(?!\$)/g, (run) => this.sigil.repeat(run.length));
  }
}

/** The kind of the one node that stands between two offsets of whole code; none where another like it stands before. */
function kindBetween({ rootNode: root }: Tree, start: number, end: number): string | undefined {
  if (root.hasError) {
    return undefined;
  }
  const node = root.namedDescendantForIndex(start, end);
  if (node === null || node.id === root.id || node.startIndex !== start || node.endIndex !== end) {
    return undefined;
  }
  return firstOf(root, node.type)?.id === node.id ? node.type : undefined;
}

function firstOf(root: Node, kind: string): Node | undefined {
  return root.descendantsOfType(kind)[0] ?? undefined;
}
