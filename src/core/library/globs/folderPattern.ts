import { type SegmentTest, type SegmentTests, segmentForm } from './segment';

/** `**`, a literal name, or a test of one name. */
type Part = typeof anyFolders | string | SegmentTest;

const anyFolders = Symbol('**');

/** Which folders a glob means, as `src/**`: the folder `src` and all below. */
export class FolderPattern {
  /** The literal folders that it begins with. */
  readonly lead: readonly string[];
  /** A literal name that a folder must have somewhere behind `lead`, where there is one. */
  readonly landmark?: string;
  readonly #rest: readonly Part[];

  /** @param folder as in `GlobRow` */
  constructor(folder: string, tests: SegmentTests) {
    const lead: string[] = [];
    const rest: Part[] = [];
    for (const written of folder === '' ? [] : folder.split('/')) {
      const part = partOf(written, tests);
      if (typeof part !== 'string') {
        rest.push(part);
      } else if (rest.length === 0) {
        lead.push(part);
      } else {
        rest.push(part);
        this.landmark ??= part;
      }
    }
    this.lead = lead;
    this.#rest = rest;
  }

  /**
   * Whether it means the folder of these segments, which begin with its lead. As `**` takes any segments, only the last
   * one has to be tried again, which makes it at most parts times segments steps.
   */
  means(segments: readonly string[]): boolean {
    const parts = this.#rest;
    let at = this.lead.length;
    let part = 0;
    let again = -1;
    let againAt = 0;
    while (at < segments.length) {
      const wanted = parts[part];
      if (wanted === anyFolders) {
        again = part++;
        againAt = at;
      } else if (wanted !== undefined && isMet(wanted, segments[at] ?? '')) {
        part++;
        at++;
      } else if (again === -1) {
        return false;
      } else {
        part = again + 1;
        at = ++againAt;
      }
    }
    return part === parts.length || (part === parts.length - 1 && parts[part] === anyFolders);
  }
}

function partOf(part: string, tests: SegmentTests): Part {
  if (part === '**') {
    return anyFolders;
  }
  const form = segmentForm(part);
  return form.kind === 'literal' ? form.text : tests.of(form);
}

function isMet(part: string | SegmentTest, segment: string): boolean {
  return typeof part === 'string' ? part === segment : part(segment);
}
