import { bash } from './bash';
import { c } from './c';
import { cpp } from './cpp';
import { csharp } from './csharp';
import type { Definitions } from './definitions';
import { go } from './go';
import { java } from './java';
import { javascript } from './javascript';
import { php } from './php';
import { powershell } from './powershell';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { tsx, typescript } from './typescript';

/** The languages whose symbols the core finds by itself, by VS Code language id. */
export const definitionsByLanguage: Readonly<Record<string, Definitions>> = {
  c,
  cpp,
  csharp,
  go,
  java,
  javascript,
  javascriptreact: javascript,
  php,
  powershell,
  python,
  ruby,
  rust,
  shellscript: bash,
  typescript,
  typescriptreact: tsx,
};
