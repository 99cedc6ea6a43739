/** VS Code's language ids by file ending, so that the command line knows what the editor knows. */
const byEnding: Readonly<Record<string, string>> = {
  bash: 'shellscript',
  bat: 'bat',
  bats: 'shellscript',
  c: 'c',
  'c++': 'cpp',
  cake: 'csharp',
  cc: 'cpp',
  cjs: 'javascript',
  clj: 'clojure',
  cpp: 'cpp',
  cppm: 'cpp',
  cs: 'csharp',
  css: 'css',
  csx: 'csharp',
  ctp: 'php',
  cts: 'typescript',
  cxx: 'cpp',
  dart: 'dart',
  ebuild: 'shellscript',
  es6: 'javascript',
  ex: 'elixir',
  exs: 'elixir',
  fs: 'fsharp',
  gemspec: 'ruby',
  go: 'go',
  gradle: 'groovy',
  graphql: 'graphql',
  groovy: 'groovy',
  h: 'c',
  'h++': 'cpp',
  hh: 'cpp',
  hpp: 'cpp',
  html: 'html',
  hxx: 'cpp',
  ini: 'ini',
  inl: 'cpp',
  ino: 'cpp',
  ipp: 'cpp',
  ixx: 'cpp',
  jav: 'java',
  java: 'java',
  js: 'javascript',
  json: 'json',
  jsonc: 'jsonc',
  jsx: 'javascriptreact',
  ksh: 'shellscript',
  kt: 'kotlin',
  kts: 'kotlin',
  less: 'less',
  lua: 'lua',
  m: 'objective-c',
  md: 'markdown',
  mjs: 'javascript',
  mts: 'typescript',
  php: 'php',
  php4: 'php',
  php5: 'php',
  phtml: 'php',
  pl: 'perl',
  podspec: 'ruby',
  properties: 'properties',
  proto: 'proto3',
  ps1: 'powershell',
  psd1: 'powershell',
  psm1: 'powershell',
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  r: 'r',
  rake: 'ruby',
  rb: 'ruby',
  rbi: 'ruby',
  rs: 'rust',
  ru: 'ruby',
  scala: 'scala',
  scss: 'scss',
  sh: 'shellscript',
  sql: 'sql',
  svelte: 'svelte',
  swift: 'swift',
  tf: 'terraform',
  toml: 'toml',
  tpp: 'cpp',
  ts: 'typescript',
  tsx: 'typescriptreact',
  txx: 'cpp',
  vue: 'vue',
  xml: 'xml',
  yaml: 'yaml',
  yml: 'yaml',
  zsh: 'shellscript',
};

const byName: Readonly<Record<string, string>> = {
  '.bash_aliases': 'shellscript',
  '.bash_profile': 'shellscript',
  '.bashrc': 'shellscript',
  '.profile': 'shellscript',
  '.zshrc': 'shellscript',
  Brewfile: 'ruby',
  Dockerfile: 'dockerfile',
  Gemfile: 'ruby',
  Guardfile: 'ruby',
  Jenkinsfile: 'groovy',
  Makefile: 'makefile',
  PKGBUILD: 'shellscript',
  Podfile: 'ruby',
  Rakefile: 'ruby',
  Vagrantfile: 'ruby',
};

/** Languages by the program that a first line like `#!/usr/bin/env python3` names. */
const byInterpreter: Readonly<Record<string, string>> = {
  bash: 'shellscript',
  bun: 'typescript',
  dash: 'shellscript',
  deno: 'typescript',
  ksh: 'shellscript',
  node: 'javascript',
  perl: 'perl',
  php: 'php',
  pwsh: 'powershell',
  python: 'python',
  ruby: 'ruby',
  sh: 'shellscript',
  zsh: 'shellscript',
};

/** The language id that a path's name tells; `undefined` where it tells none. */
export function languageOfPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return byName[name] ?? (name.includes('.') ? byEnding[ending] : undefined);
}

/** The language id that a script's first line tells; `undefined` where it names no program, or an unknown one. */
export function languageOfFirstLine(text: string): string | undefined {
  const program = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*)?(?:\S*\/)?([a-z]+)[\d.]*(?=\s|$)/.exec(text)?.[1];
  return byInterpreter[program ?? ''];
}

/** Whether a first line can tell this language. */
export function isScriptLanguage(language: string): boolean {
  return Object.values(byInterpreter).includes(language);
}

/** The file endings, without dot, by which a language is known. */
export function endingsOf(language: string): readonly string[] {
  return Object.keys(byEnding).filter((ending) => byEnding[ending] === language);
}
