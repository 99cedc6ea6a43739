/** A structure as an expression of JavaScript, as far as a selector can say it. */
export type Shape =
  | { readonly kind: 'anything' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'text'; readonly value: string }
  /** A number, a truth value or null, as it is written. */
  | { readonly kind: 'raw'; readonly raw: string }
  | { readonly kind: 'member'; readonly object: Shape; readonly property: string | undefined }
  | { readonly kind: 'call' | 'new'; readonly callee: Shape; readonly arguments: Arguments }
  | {
      readonly kind: 'binary' | 'assignment';
      readonly operator: string;
      readonly left: Shape;
      readonly right: Shape;
    }
  | {
      readonly kind: 'import';
      readonly from: string;
      readonly part: ImportPart;
    };

/** `some` stands for a default, a list or a namespace, which are one node of code. */
export type ImportPart = 'some' | 'list' | 'namespace' | 'none';

export interface Arguments {
  readonly first: readonly Shape[];
  /** Whether any others may follow. */
  readonly isOpen: boolean;
}

const tokens =
  /\s+|(?<text>'[^'\\\n]*'|"[^"\\\n]*")|(?<list>\$\$\$[A-Z0-9_]*)|(?<hole>\$[A-Z_][A-Z0-9_]*)|(?<raw>\d[\d.]*\b|\b(?:true|false|null)\b)|(?<name>[A-Za-z_$][\w$]*)|(?<sign>===|!==|==|!=|=|[.,();*{}])|(?<other>.)/gsy;

/** What would be read as a name, and is none. */
const keywords = new Set(
  'await async class const delete else for function if in instanceof let return super switch this throw typeof var void while yield'.split(
    ' ',
  ),
);

type Token = {
  readonly kind: 'text' | 'list' | 'hole' | 'raw' | 'name' | 'sign' | 'other';
  readonly text: string;
};

/**
 * Reads calls, `new`, members, comparisons, assignments and imports; `undefined` for anything else, and where the same
 * metavariable stands twice, as a selector cannot compare.
 */
export function shapeOf(structure: string): Shape | undefined {
  const holes = structure.match(/\$+[A-Z][A-Z0-9_]*/g) ?? [];
  return new Set(holes).size < holes.length ? undefined : new ShapeReader(tokensOf(structure)).read();
}

function tokensOf(structure: string): readonly Token[] {
  return [...structure.matchAll(tokens)].flatMap(({ groups = {} }) => {
    const [found] = Object.entries(groups).filter(([, text]) => text !== undefined);
    return found === undefined ? [] : [{ kind: found[0] as Token['kind'], text: found[1] ?? '' }];
  });
}

class ShapeReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  read(): Shape | undefined {
    const shape = this.#takes('import') ? this.#import() : this.#comparison();
    this.#takes(';');
    return this.#at === this.#tokens.length ? shape : undefined;
  }

  #comparison(): Shape | undefined {
    const left = this.#chain();
    const { text: operator = '', kind } = this.#tokens[this.#at] ?? {};
    if (left === undefined || kind !== 'sign' || !operator.includes('=')) {
      return left;
    }
    this.#at++;
    const right = this.#chain();
    return right && { kind: operator === '=' ? 'assignment' : 'binary', operator, left, right };
  }

  #chain(): Shape | undefined {
    const isNew = this.#takes('new');
    let shape = this.#primary();
    while (shape !== undefined) {
      if (this.#takes('.')) {
        shape = this.#member(shape);
      } else if (this.#takes('(')) {
        const given = this.#arguments();
        const kind = isNew ? 'new' : 'call';
        shape = given && { kind, callee: shape, arguments: given };
        if (isNew) {
          return shape;
        }
      } else {
        break;
      }
    }
    // Without brackets it is another piece of code for ast-grep, and the same one for a selector.
    return isNew ? undefined : shape;
  }

  #primary(): Shape | undefined {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'hole':
        return { kind: 'anything' };
      case 'text':
        return { kind: 'text', value: token.text.slice(1, -1) };
      case 'raw':
        return { kind: 'raw', raw: token.text };
      case 'name':
        return keywords.has(token.text) ? undefined : { kind: 'name', name: token.text };
      default:
        return undefined;
    }
  }

  #member(object: Shape): Shape | undefined {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'hole':
        return { kind: 'member', object, property: undefined };
      case 'name':
        return { kind: 'member', object, property: token.text };
      default:
        return undefined;
    }
  }

  /** A list may only come last: how many stand before another one a selector cannot count. */
  #arguments(): Arguments | undefined {
    const first: Shape[] = [];
    while (!this.#takes(')')) {
      if (this.#tokens[this.#at]?.kind === 'list') {
        this.#at++;
        return this.#takes(')') ? { first, isOpen: true } : undefined;
      }
      const shape = this.#chain();
      if (shape === undefined || !(this.#takes(',') || this.#isNext(')'))) {
        return undefined;
      }
      first.push(shape);
    }
    return { first, isOpen: false };
  }

  #import(): Shape | undefined {
    const part = this.#importPart();
    const token = this.#tokens[this.#at++];
    return part !== undefined && token?.kind === 'text'
      ? { kind: 'import', from: token.text.slice(1, -1), part }
      : undefined;
  }

  #importPart(): ImportPart | undefined {
    if (this.#isNext(undefined, 'text')) {
      return 'none';
    }
    if (this.#takes('*')) {
      return this.#takes('as') && this.#takesHole() && this.#takes('from') ? 'namespace' : undefined;
    }
    if (this.#takes('{')) {
      const isList = this.#isNext(undefined, 'list');
      this.#at++;
      return isList && this.#takes('}') && this.#takes('from') ? 'list' : undefined;
    }
    return this.#takesHole() && this.#takes('from') ? 'some' : undefined;
  }

  #takesHole(): boolean {
    const isHole = this.#isNext(undefined, 'hole');
    this.#at += isHole ? 1 : 0;
    return isHole;
  }

  #takes(text: string): boolean {
    const isIt = this.#isNext(text);
    this.#at += isIt ? 1 : 0;
    return isIt;
  }

  #isNext(text: string | undefined, kind?: Token['kind']): boolean {
    const token = this.#tokens[this.#at];
    return (
      token !== undefined &&
      (kind === undefined ? token.text === text && token.kind !== 'text' : token.kind === kind)
    );
  }
}
