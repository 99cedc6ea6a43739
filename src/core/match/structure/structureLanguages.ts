/** How patterns of a language are read. */
export interface StructureLanguage {
  /**
   * What stands for the `$` of a metavariable while the pattern is parsed as code: a letter that names of the language may
   * start with. Mostly as ast-grep's own table has it.
   */
  readonly sigil: string;
  /**
   * Code around a pattern, `%`, in which it is what its author means, in order of preference: at the top of a file a call
   * in Go is a conversion, and without its semicolon one in Java is a mistake.
   */
  readonly contexts: readonly string[];
  /** The context of a value that is no statement, where patterns are whole in none of the others. */
  readonly value?: string;
}

const script: StructureLanguage = { sigil: '$', contexts: ['%', 'class x { % }', '% class x {}'] };

/** Statements, whatever stands in a class, and what stands before it. */
const inClass = [
  ...['class x { void x() { %; } }', 'class x { void x() { % } }', 'class x { % }'],
  ...['%', 'class x { % void x() { } }'],
];

/** By the names of grammars; others take patterns as they stand. */
const languages: Readonly<Record<string, StructureLanguage>> = {
  bash: { sigil: 'µ', contexts: ['%'] },
  c: { sigil: '𐀀', contexts: ['void x() { %; }', 'void x() { % }', '%'] },
  'c-sharp': { sigil: 'µ', contexts: inClass, value: 'class x { x x = %; }' },
  cpp: { sigil: '𐀀', contexts: ['void x() { %; }', 'void x() { % }', '%', 'class x { %; };'] },
  go: { sigil: 'µ', contexts: ['package x\nfunc x() {\n%\n}\n', '%'] },
  java: { sigil: '$', contexts: inClass, value: 'class x { x x = %; }' },
  javascript: script,
  php: { sigil: 'µ', contexts: ['<?php %;', '<?php %', '<?php class x { % }'] },
  powershell: { sigil: '$', contexts: ['%'] },
  python: { sigil: 'µ', contexts: ['%', 'try:\n  x\n%', '%\ndef x(): x'] },
  ruby: { sigil: 'µ', contexts: ['%'] },
  rust: { sigil: 'µ', contexts: ['fn x() { %; }', 'fn x() { % }', '%', 'impl x { % }'] },
  tsx: script,
  typescript: script,
};

export function structureLanguage(grammar: string): StructureLanguage {
  return languages[grammar] ?? { sigil: '$', contexts: ['%'] };
}
