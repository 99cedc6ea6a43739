import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What a check may use of the machine it runs on, where it may use more than its own thread. */
export interface Machine {
  /** The file of the program itself, which runs as a worker too. */
  readonly program: string;
  readonly cores: number;
  /** How many bytes of code are worth more than a thread of their own, and worth keeping results of. */
  readonly worthwhile: number;
  /** Where results are kept from one run to the next. */
  readonly cacheFolder: string;
  /** Says to a person who waits how far the work is; an empty text takes that away. */
  readonly progress?: (text: string) => void;
}

/** Less is looked at before a worker has begun, or a cache is read. */
export const worthwhileBytes = 2_000_000;

/** Where programs keep what they can make again, by each platform's own rule (XDG's on Linux). */
export function userCacheFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  return join(cacheRoot(platform, env), 'team-lessons');
}

function cacheRoot(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') {
    return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  }
  if (platform === 'darwin') {
    return join(homedir(), 'Library', 'Caches');
  }
  const { XDG_CACHE_HOME: asked = '' } = env;
  return isAbsolute(asked) ? asked : join(homedir(), '.cache');
}
