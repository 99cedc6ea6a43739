/** An https address that can stand in Markdown's `<...>` without ending it. */
export const httpsPattern = /^https:\/\/[^\s<>"\\]+$/;

export function isHttpsLink(value: string): boolean {
  return httpsPattern.test(value);
}
