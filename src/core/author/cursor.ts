import type { SheetKind } from '../lesson/keyPath';
import type { Position, SourceText } from '../text';
import type { BodyPlace, Place, StartPlace } from './place';
import { regionAt } from './region';
import { sheetPlaces } from './sheetPlaces';

/**
 * What may be written at a position, however broken the text around it is. An entry of a list can be more than one thing:
 * the first key of a record, or the one text that stands for it.
 */
export function placesAt(text: SourceText, position: Position, kind: SheetKind): readonly Place[] {
  const line = text.line(position.line);
  const at = { line: position.line, character: Math.min(position.character, line.length) };
  const offset = text.offsetAt(at);
  const start = kind === 'lesson' ? startAt(text, at) : [];
  const region = regionAt(text, offset, kind);
  switch (region.kind) {
    case 'yaml':
      return [...start, ...sheetPlaces({ ...region, text, kind }, offset)];
    case 'body':
      return start.length > 0 ? start : bodyAt(line, at);
    case 'none':
      return start;
  }
}

/** In a file with nothing in it but blank lines and the fences of the front matter. */
function startAt(text: SourceText, { line }: Position): StartPlace[] {
  const lines = text.lines();
  const filled = lines.flatMap((content, at) => (content.trim() === '' ? [] : [at]));
  const [first, last, ...more] = filled;
  const isFence = (at: number | undefined) => at !== undefined && /^---[ \t]*$/.test(lines[at] ?? '');
  const place = (fences: StartPlace['fences']): StartPlace[] => {
    const written = text.line(line);
    const range = { start: { line, character: 0 }, end: { line, character: written.length } };
    return [{ kind: 'start', fences, written, range }];
  };
  if (line === 0 && last === undefined && /^-{0,3}[ \t]*$/.test(text.line(0))) {
    return place('none');
  }
  if (first !== 0 || !isFence(0) || line === 0 || more.length > 0) {
    return [];
  }
  return last === undefined ? place('first') : isFence(last) && line < last ? place('both') : [];
}

function bodyAt(line: string, { line: number, character }: Position): BodyPlace[] {
  const written = /LSN[-\w]*$/i.exec(line.slice(0, character))?.[0];
  if (written === undefined) {
    return [];
  }
  const rest = /^[-\w]*/.exec(line.slice(character))?.[0] ?? '';
  const start = { line: number, character: character - written.length };
  return [
    { kind: 'body', written, range: { start, end: { line: number, character: character + rest.length } } },
  ];
}
