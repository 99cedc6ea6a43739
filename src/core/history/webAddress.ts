/** The page of one of a project's commits on the web. */
export function commitPage(project: string, commit: string): string {
  // The others, and whoever copied them, agree on the path that GitHub began with.
  const folder = new URL(project).hostname === 'bitbucket.org' ? 'commits' : 'commit';
  return `${project}/${folder}/${commit}`;
}

/**
 * A project's page on the web by its remote as git writes it: `git@host:a/b.git`, `ssh://…`, `https://…`; never with a name
 * or password that stands in it. `undefined` where the remote is on this machine, or one that others do not know.
 */
export function projectPage(remote: string): string | undefined {
  const [, host, path] =
    /^(?:ssh|https?|git):\/\/(?:[^@/\s]*@)?([\w.-]+)(?::\d+)?\/([\w.~/-]+?)\/*$/.exec(remote) ??
    /^(?:[\w.-]+@)?([\w.-]+):(?!\/)([\w.~/-]+?)\/*$/.exec(remote) ??
    [];
  // A name without a dot is a machine of one's own, or an alias of ssh.
  if (host === undefined || path === undefined || !/^(?!\d+(?:\.\d+)*$)[\w-]+(?:\.[\w-]+)+$/.test(host)) {
    return undefined;
  }
  return `https://${host.toLowerCase()}/${path.replace(/\.git$/, '').replace(/^\/+/, '')}`;
}
