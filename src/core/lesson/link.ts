/** True for an https address that can stand in Markdown's `<...>` without ending it. */
export function isHttpsLink(value: string): boolean {
  return /^https:\/\/[^\s<>"\\]+$/.test(value);
}
