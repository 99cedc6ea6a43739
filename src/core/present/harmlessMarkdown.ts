/** Not seen where it stands, and enough to keep Markdown from reading what it parts as one. */
const space = '\u200B';

/** Before the place there is no https address that goes on up to it. */
const outsideAddress = String.raw`(?<!https:\/\/[^\s()<>[\]*~|]*)`;

/** What makes Markdown load or lead elsewhere than to an https address, and where to part it. */
const partings: readonly (readonly [RegExp, string])[] = [
  // An image, which would be fetched, becomes a link.
  [/!\[/g, `!${space}[`],
  // The target of a link, and of a name that links use.
  [/\](?=\()(?!\(<?https:\/\/)/g, `]${space}`],
  [/\](?=:)(?!:[ \t]*<?https:\/\/)/g, `]${space}`],
  // Addresses that become links by themselves: in angle brackets, with a scheme, beginning with www, and of mail.
  [/<(?=[a-z][a-z0-9+.-]*:)(?!https:\/\/)/gi, `<${space}`],
  [/(?<!\bhttps):\/\//g, `${space}://`],
  [new RegExp(`${outsideAddress}www\\.`, 'gi'), `www${space}.`],
  [new RegExp(`(?<=[\\w.+-])${outsideAddress}@(?=[\\w-])`, 'g'), `${space}@`],
];

/**
 * Markdown of somebody who is not trusted, in which nothing is fetched and only https addresses are links. HTML and
 * commands are for the renderer to refuse. The texts are short: an excerpt, a title.
 */
export function harmlessMarkdown(markdown: string): string {
  return partings.reduce((text, [pattern, parted]) => text.replace(pattern, parted), markdown);
}
