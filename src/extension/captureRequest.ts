import * as vscode from 'vscode';

/** What a lesson is to be captured from. */
export type CaptureRequest =
  /** What is in front, or nothing. */
  | { readonly kind: 'front' }
  | CaptureRequestAt
  | { readonly kind: 'paths'; readonly uris: readonly vscode.Uri[]; readonly origin?: CaptureOrigin };

type CaptureOrigin = 'test' | 'review';

/** A place in code that something points at. */
export interface CaptureRequestAt {
  readonly kind: 'place';
  readonly uri: vscode.Uri;
  /** Without one, what is selected in the file, or nothing. */
  readonly range?: vscode.Range;
  /** What was said there, by a test or a tool. */
  readonly message?: string;
  readonly explainedAt?: string;
  readonly origin?: CaptureOrigin;
}

/** Names a problem in the arguments of a command. Plain data. */
export interface ProblemRef {
  readonly document: string;
  readonly range: readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number];
  readonly message: string;
  readonly explainedAt?: string;
}

/** What the menu that the command was chosen from hands to it. Arguments come from anywhere and are not trusted. */
export function requestOf(args: readonly unknown[]): CaptureRequest {
  const [argument, selected] = args;
  if (Array.isArray(selected) && selected.every(isUri)) {
    return { kind: 'paths', uris: selected };
  }
  return (
    (isUri(argument)
      ? undefined
      : (fromLineNumber(argument) ?? fromTest(argument) ?? fromProblem(argument))) ??
    fromChanges(args) ?? { kind: 'front' }
  );
}

function isUri(value: unknown): value is vscode.Uri {
  return value instanceof vscode.Uri;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** `{lineNumber, uri}`, counted from one, where the margin of an editor was asked. */
function fromLineNumber(argument: unknown): CaptureRequestAt | undefined {
  const { lineNumber, uri } = recordOf(argument);
  if (typeof lineNumber !== 'number' || !(lineNumber >= 1) || !isUri(uri)) {
    return undefined;
  }
  const line = Math.floor(lineNumber) - 1;
  return { kind: 'place', uri, range: new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER) };
}

/** A test, or `{test, message}` where a message of a failure was asked. */
function fromTest(argument: unknown): CaptureRequestAt | undefined {
  const { test, message, id, uri, range } = recordOf(argument);
  if (message !== undefined) {
    const { message: said, location } = recordOf(message);
    const at = recordOf(location);
    const place = isUri(at.uri) ? at : recordOf(test);
    return isUri(place.uri)
      ? { ...placeIn(place.uri, place.range), message: textOf(said), origin: 'test' }
      : undefined;
  }
  return typeof id === 'string' && isUri(uri) ? { ...placeIn(uri, range), origin: 'test' } : undefined;
}

function placeIn(uri: vscode.Uri, range: unknown): CaptureRequestAt {
  return { kind: 'place', uri, ...(range instanceof vscode.Range && { range }) };
}

function textOf(said: unknown): string | undefined {
  const text = typeof said === 'string' ? said : recordOf(said).value;
  return typeof text === 'string' ? text : undefined;
}

function fromProblem(argument: unknown): CaptureRequestAt | undefined {
  const { document, range, message, explainedAt } = recordOf(argument);
  const isPlace =
    Array.isArray(range) && range.length === 4 && range.every((one) => Number.isInteger(one) && one >= 0);
  if (typeof document !== 'string' || !isPlace || typeof message !== 'string') {
    return undefined;
  }
  const [startLine, startCharacter, endLine, endCharacter] = range as unknown as ProblemRef['range'];
  return {
    ...{ kind: 'place', uri: vscode.Uri.parse(document), message },
    range: new vscode.Range(startLine, startCharacter, endLine, endCharacter),
    ...(typeof explainedAt === 'string' && { explainedAt }),
  };
}

/** `{resourceUri}`, one for each changed file that was selected. */
function fromChanges(args: readonly unknown[]): CaptureRequest | undefined {
  const uris = args.map((one) => recordOf(one).resourceUri).filter(isUri);
  const [first, ...others] = uris;
  if (first === undefined) {
    return undefined;
  }
  return others.length === 0
    ? { kind: 'place', uri: first, origin: 'review' }
    : { kind: 'paths', uris, origin: 'review' };
}
