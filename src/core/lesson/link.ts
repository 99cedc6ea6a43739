/** An https address that can stand in Markdown's `<...>` without ending it. */
export const httpsPattern = /^https:\/\/[^\s<>"\\]+$/;

export function isHttpsLink(value: string): boolean {
  return httpsPattern.test(value);
}

/** What addresses of the same page have in common: hosts know no capitals, and a slash at the end leads nowhere else. */
export function pageOf(url: string): string {
  const [, host = '', rest = url] = /^https?:\/\/(?:www\.)?([^/]*)(.*)$/i.exec(url.trim()) ?? [];
  return `${host.toLowerCase()}${rest.replace(/\/+$/, '')}`;
}
