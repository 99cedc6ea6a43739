/** What a place in markup is part of; `inside` is where no comment may stand. */
export type MarkupPlace = 'text' | 'script' | 'style' | 'inside';

const rest = String.raw`$(?![\s\S])`;
const pieces = [
  String.raw`<!--[\s\S]*?(?:-->|${rest})`,
  String.raw`<!\[CDATA\[[\s\S]*?(?:\]\]>|${rest})`,
  String.raw`<(?<element>script|style)\b[^>]*>`,
  `<[a-z/!?](?:"[^"]*"|'[^']*'|[^'">])*>?`,
].join('|');
const otherScript = /\btype\s*=\s*["']?(?:application|text)\/(?!(?:java|ecma|type)script|jsx|babel)/i;

/** What stands around a place in a page; other markup has no scripts of its own, so that they are `inside` there. */
export function markupPlace(text: string, at: number): MarkupPlace {
  const pattern = new RegExp(pieces, 'gi');
  for (let found = pattern.exec(text); found !== null && found.index < at; found = pattern.exec(text)) {
    const [tag] = found;
    if (at < pattern.lastIndex) {
      return 'inside';
    }
    const element = found.groups?.element?.toLowerCase();
    if (element !== undefined) {
      const close = new RegExp(`</${element}|${rest}`, 'gi');
      close.lastIndex = pattern.lastIndex;
      const end = close.exec(text)?.index ?? text.length;
      if (at <= end) {
        return element === 'style' ? 'style' : otherScript.test(tag) ? 'inside' : 'script';
      }
      pattern.lastIndex = end;
    }
  }
  return 'text';
}
