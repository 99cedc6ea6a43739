import type { FolderRules } from './folderRules';

/** Rules filed by the literal folders they begin with, and there by a name that must come later. */
export class FolderTree {
  readonly #root = new FolderNode();

  add(rules: FolderRules): void {
    let node = this.#root;
    for (const name of rules.pattern.lead) {
      node = node.child(name);
    }
    node.file(rules);
  }

  /** The rules that mean a folder, in their order. */
  rulesOf(segments: readonly string[]): readonly FolderRules[] {
    const found = new Set<FolderRules>();
    let node: FolderNode | undefined = this.#root;
    for (let depth = 0; node !== undefined; depth++) {
      collect(node.rules, segments, found);
      if (node.byLandmark !== undefined) {
        for (let at = depth; at < segments.length; at++) {
          collect(node.byLandmark.get(segments[at] ?? '') ?? [], segments, found);
        }
      }
      node = node.children?.get(segments[depth] ?? '');
    }
    return [...found].sort((a, b) => a.index - b.index);
  }
}

class FolderNode {
  children: Map<string, FolderNode> | undefined;
  byLandmark: Map<string, FolderRules[]> | undefined;
  readonly rules: FolderRules[] = [];

  child(name: string): FolderNode {
    this.children ??= new Map();
    let child = this.children.get(name);
    if (child === undefined) {
      child = new FolderNode();
      this.children.set(name, child);
    }
    return child;
  }

  file(rules: FolderRules): void {
    const { landmark } = rules.pattern;
    if (landmark === undefined) {
      this.rules.push(rules);
      return;
    }
    this.byLandmark ??= new Map();
    const known = this.byLandmark.get(landmark);
    if (known === undefined) {
      this.byLandmark.set(landmark, [rules]);
    } else {
      known.push(rules);
    }
  }
}

function collect(
  candidates: readonly FolderRules[],
  segments: readonly string[],
  found: Set<FolderRules>,
): void {
  for (const rules of candidates) {
    if (rules.pattern.means(segments)) {
      found.add(rules);
    }
  }
}
