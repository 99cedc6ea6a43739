/** The two marks around a comment that may end before its line does. */
export interface BlockMarks {
  readonly open: string;
  readonly close: string;
}

/** What marks in a line may be quotes: strings, single letters alone, or nothing as the text is prose. */
export type Quotes = 'strings' | 'letters' | 'code-spans' | 'none';

/** How a language writes comments. Of several ways the first is the one to write. */
export interface CommentSyntax {
  readonly line: readonly string[];
  readonly block: readonly BlockMarks[];
  /** Whether a comment may follow code on its line. */
  readonly followsCode: boolean;
  readonly quotes: Quotes;
  /** What says at the end of a line that the next belongs to it, so that no comment fits between. */
  readonly continuation?: string;
}

const stars: BlockMarks = { open: '/*', close: '*/' };
const angles: BlockMarks = { open: '<!--', close: '-->' };
const braces: BlockMarks = { open: '{/*', close: '*/}' };

function syntax(
  line: readonly string[],
  block: readonly BlockMarks[],
  more: Partial<Omit<CommentSyntax, 'line' | 'block'>> = {},
): CommentSyntax {
  return { line, block, followsCode: true, quotes: 'strings', ...more };
}

const slashes = syntax(['//'], [stars]);
const script = syntax(['//'], [braces, stars]);
const letters = syntax(['//'], [stars], { quotes: 'letters' });
const c = syntax(['//'], [stars], { quotes: 'letters', continuation: '\\' });
const hashes = syntax(['#'], []);
const joinedHashes = syntax(['#'], [], { continuation: '\\' });
const hashLines = syntax(['#'], [], { followsCode: false, quotes: 'none' });
const dashes = syntax(['--'], [stars]);
const semicolons = syntax([';'], [{ open: '#|', close: '|#' }], { quotes: 'letters' });
const percents = syntax(['%'], [], { quotes: 'none' });
const apostrophes = syntax(["'", 'REM'], [], { quotes: 'letters', continuation: ' _' });
const markup = syntax([], [angles], { quotes: 'none' });
/** Markup with scripts and styles in it. */
const page = syntax(['//'], [angles, stars, braces], { quotes: 'none' });
const template = (open: string, close: string) => syntax([], [{ open, close }, angles], { quotes: 'none' });

const groups: readonly (readonly [CommentSyntax, string])[] = [
  [script, 'javascript javascriptreact typescript typescriptreact'],
  [
    slashes,
    'dart groovy jenkinsfile less scss sass stylus jsonc json5 proto proto3 solidity bicep typespec thrift wgsl qml prisma verilog systemverilog kdl',
  ],
  [letters, 'csharp d fsharp go java kotlin rust scala swift v zig'],
  [c, 'c cpp cuda-cpp objective-c objective-cpp glsl hlsl shaderlab'],
  [syntax(['//'], [stars, braces], { quotes: 'none' }), 'json'],
  [syntax(['//', '#'], [stars, angles]), 'php'],
  [syntax([], [stars]), 'css postcss'],
  [joinedHashes, 'python ruby shellscript fish tcl'],
  [
    hashes,
    'yaml dockercompose github-actions-workflow ansible toml elixir crystal r perl raku graphql coffeescript cmake starlark bazel awk rego puppet gdscript jq',
  ],
  [syntax(['#'], [{ open: '#=', close: '=#' }]), 'julia'],
  [syntax(['#'], [{ open: '#[', close: ']#' }]), 'nim'],
  [syntax(['#'], [stars]), 'nix'],
  [syntax(['#', '//'], [stars]), 'terraform hcl terraform-vars'],
  [syntax(['#'], [{ open: '<#', close: '#>' }], { continuation: '`' }), 'powershell'],
  [{ ...hashLines, continuation: '\\' }, 'makefile'],
  [hashLines, 'dockerfile ignore gitignore dotenv ssh_config git-commit git-rebase feature gherkin'],
  [{ ...hashLines, line: ['#', '!'], continuation: '\\' }, 'properties'],
  [{ ...hashLines, line: [';', '#'] }, 'ini editorconfig'],
  [{ ...hashLines, line: ['REM', '::'], continuation: '^' }, 'bat'],
  [dashes, 'sql plsql mysql postgres'],
  [syntax(['--'], [{ open: '--[[', close: ']]' }]), 'lua luau'],
  [syntax(['--'], [{ open: '{-', close: '-}' }], { quotes: 'letters' }), 'haskell elm purescript'],
  [syntax(['--'], [], { quotes: 'letters' }), 'ada vhdl applescript'],
  [semicolons, 'clojure lisp commonlisp scheme racket emacs-lisp'],
  [syntax([';'], [], { quotes: 'letters' }), 'asm nasm autohotkey wat'],
  [percents, 'latex tex bibtex'],
  [syntax(['%'], []), 'erlang prolog matlab'],
  [apostrophes, 'vb vbscript vba'],
  [syntax(['!'], []), 'fortran fortran-modern FortranFreeForm'],
  [syntax([], [{ open: '(*', close: '*)' }], { quotes: 'letters' }), 'ocaml coq'],
  [syntax(['//'], [{ open: '(*', close: '*)' }]), 'pascal'],
  [syntax(['"'], [], { followsCode: false, quotes: 'none' }), 'viml vim'],
  [markup, 'xml xsl svg'],
  [{ ...markup, quotes: 'code-spans' }, 'markdown quarto'],
  [{ ...syntax([], [braces]), quotes: 'none' }, 'mdx'],
  [page, 'html vue svelte astro'],
  [syntax(['//-'], []), 'pug jade'],
  [syntax(['-#'], []), 'haml'],
  [template('@*', '*@'), 'aspnetcorerazor razor'],
  [template('{{--', '--}}'), 'blade'],
  [template('{{!--', '--}}'), 'handlebars'],
  [template('{#', '#}'), 'jinja jinja-html django-html twig'],
  [template('<%#', '%>'), 'erb ejs'],
];

/** What is taken for a comment where the language is not known: the ways of all, but for marks that are quotes elsewhere. */
const anyWay: CommentSyntax = {
  line: ['//', '#', '--', ';', '%', 'REM'],
  block: [braces, stars, angles, ...['<#', '{-', '(*', '#|'].map((open) => ({ open, close: closeOf(open) }))],
  followsCode: false,
  quotes: 'strings',
};

function closeOf(open: string): string {
  const mirrored: Readonly<Record<string, string>> = { '<': '>', '{': '}', '(': ')' };
  return [...open]
    .reverse()
    .map((mark) => mirrored[mark] ?? mark)
    .join('');
}

/** How a language writes comments, by VS Code's language id; `undefined` where nobody here knows. */
export function commentSyntaxOf(language: string): CommentSyntax | undefined {
  return groups.find(([, ids]) => ids.split(' ').includes(language))?.[0];
}

/** What may be a comment in a language: everything that is one anywhere, where it is not known. */
export function readableSyntaxOf(language: string): CommentSyntax {
  return commentSyntaxOf(language) ?? anyWay;
}

/** The languages whose comments are known. */
export function commentedLanguages(): readonly string[] {
  return groups.flatMap(([, ids]) => ids.split(' '));
}
