/**
 * The text of a file's bytes; `undefined` where they are no text, as they hold a NUL. What is not valid UTF-8 is replaced.
 * Two bytes a letter are read where a byte order mark says so, as editors do, which must come to the same matches.
 */
export function decodedText(bytes: Buffer): string | undefined {
  const encoding = wideEncodingOf(bytes);
  if (encoding !== undefined) {
    const text = new TextDecoder(encoding).decode(bytes);
    return text.includes('\0') ? undefined : text;
  }
  return bytes.includes(0) ? undefined : bytes.toString('utf8');
}

/** Whether bytes are read as UTF-8. */
export function isNarrow(bytes: Uint8Array): boolean {
  return wideEncodingOf(bytes) === undefined;
}

function wideEncodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
