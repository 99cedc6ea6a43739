import type { Definitions } from './definitions';
import { go } from './go';
import { javascript } from './javascript';
import { python } from './python';
import { tsx, typescript } from './typescript';

/** The languages whose symbols the core finds by itself, by VS Code language id. */
export const definitionsByLanguage: Readonly<Record<string, Definitions>> = {
  go,
  javascript,
  javascriptreact: javascript,
  python,
  typescript,
  typescriptreact: tsx,
};
