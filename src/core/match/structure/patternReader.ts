import { type Language, type Node, Parser, type Tree } from 'web-tree-sitter';
import type { Matcher } from './astGrep';
import { type StructureLanguage, structureLanguage } from './structureLanguages';

/** Lessons have fewer; while one is being written, every key pressed makes another pattern. */
const mostKept = 5000;

/** Reads patterns of one language: as what piece of code does ast-grep have to take them? */
export class PatternReader {
  readonly sigil: string;
  readonly #parser: Parser;
  readonly #language: StructureLanguage;
  readonly #read = new Map<string, Matcher | undefined>();

  constructor(grammar: string, language: Language) {
    this.#language = structureLanguage(grammar);
    this.sigil = this.#language.sigil;
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

  /** Whole code comes first, as by mistakes that ast-grep bears a pattern may be taken for something else. */
  #find(pattern: string): Matcher | undefined {
    const { contexts, value } = this.#language;
    return (
      this.#findIn(contexts, pattern, ({ rootNode }) => rootNode.hasError) ??
      this.#findIn(contexts, pattern, (tree) => this.#isFaulty(tree)) ??
      this.#findIn(value === undefined ? [] : [value], pattern, ({ rootNode }) => rootNode.hasError)
    );
  }

  #findIn(
    contexts: readonly string[],
    pattern: string,
    isFaulty: (tree: Tree) => boolean,
  ): Matcher | undefined {
    for (const context of contexts) {
      const at = context.indexOf('%');
      const code = context.replace('%', () => this.#withSigils(pattern));
      const tree = this.#parser.parse(code);
      const end = code.length - (context.length - at - 1);
      const kind = tree === null || isFaulty(tree) ? undefined : kindBetween(tree, at, end);
      tree?.delete();
      if (kind !== undefined) {
        const inContext = { context: context.replace('%', () => pattern), selector: kind };
        return context === '%' ? pattern : { rule: { pattern: inContext } };
      }
    }
    return undefined;
  }

  /**
   * A semicolon that is missing is none of what ast-grep asks for, and it takes a metavariable for what it stands for also
   * where the grammar sees a mistake, as in `class $C { $$$ }`.
   */
  #isFaulty({ rootNode: root }: Tree): boolean {
    return faultsIn(root).some((node) => !this.#isHarmless(node));
  }

  #isHarmless(node: Node): boolean {
    const { sigil } = this;
    const name = node.isMissing ? '' : node.text.replaceAll(sigil, '');
    return node.isMissing ? node.type === ';' : node.text.startsWith(sigil) && /^[A-Z0-9_]*$/.test(name);
  }

  /** As ast-grep does it: `$` before a capital letter or an underscore, and three of them alone. */
  #withSigils(pattern: string): string {
    return pattern.replace(/\$+(?=[A-Z_])|(?<!\$)\$\$\$(?!\$)/g, (run) => this.sigil.repeat(run.length));
  }
}

/** What is called otherwise where it mostly stands: a method of C# in a method. */
const elsewhere = new Set(['local_function_statement']);

/** The kind of the one node that stands between two offsets; none where another like it stands before. */
function kindBetween({ rootNode: root }: Tree, start: number, end: number): string | undefined {
  const node = root.namedDescendantForIndex(start, end);
  if (node === null || node.id === root.id || node.startIndex !== start || node.endIndex !== end) {
    return undefined;
  }
  const isFirst = firstOf(root, node.type)?.id === node.id;
  return isFirst && !elsewhere.has(node.type) ? node.type : undefined;
}

function firstOf(root: Node, kind: string): Node | undefined {
  return root.descendantsOfType(kind)[0] ?? undefined;
}

function faultsIn(node: Node): Node[] {
  if (node.isError || node.isMissing) {
    return [node];
  }
  return node.hasError ? node.children.flatMap((child) => (child === null ? [] : faultsIn(child))) : [];
}
