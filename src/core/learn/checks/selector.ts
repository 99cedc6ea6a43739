import { type Arguments, type ImportPart, type Shape, shapeOf } from './structureShape';

/**
 * A structure as a selector over ESTree (https://eslint.org/docs/latest/extend/selectors); `undefined` where it would
 * find something else.
 */
export function selectorOf(structure: string): string | undefined {
  const shape = shapeOf(structure);
  return shape && rootSelector(shape);
}

function rootSelector(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'call':
    case 'new':
    case 'binary':
    case 'assignment':
    case 'member':
      return typeOf(shape) + attributes('', shape);
    case 'import':
      return `ImportDeclaration[source.value=${quoted(shape.from)}]${importPart(shape.part)}`;
    case 'name':
      // What follows a dot or stands before a colon is no variable.
      return `Identifier[name=${quoted(shape.name)}]:not(MemberExpression[computed=false] > .property, Property[computed=false] > .key)`;
    default:
      return undefined;
  }
}

function importPart(part: ImportPart): string {
  switch (part) {
    case 'some':
      return '[specifiers.length>0]';
    case 'list':
      return ':has(ImportSpecifier):not(:has(ImportDefaultSpecifier))';
    case 'namespace':
      return ':has(ImportNamespaceSpecifier):not(:has(ImportDefaultSpecifier))';
    case 'none':
      return '[specifiers.length=0]';
  }
}

function typeOf({ kind }: Shape): string {
  switch (kind) {
    case 'call':
      return 'CallExpression';
    case 'new':
      return 'NewExpression';
    case 'binary':
      return 'BinaryExpression';
    case 'assignment':
      return 'AssignmentExpression';
    case 'member':
      return 'MemberExpression';
    case 'name':
      return 'Identifier';
    default:
      return 'Literal';
  }
}

/** What holds of the node that stands at a path from the root; the root's own type is told before. */
function attributes(path: string, shape: Shape): string {
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  const type = path === '' || shape.kind === 'anything' ? '' : `[${at('type')}="${typeOf(shape)}"]`;
  switch (shape.kind) {
    case 'name':
      return `${type}[${at('name')}=${quoted(shape.name)}]`;
    case 'text':
      return `${type}[${at('value')}=${quoted(shape.value)}]`;
    case 'raw':
      return `${type}[${at('raw')}="${shape.raw}"]`;
    case 'member':
      return type + memberAttributes(shape, at);
    case 'call':
    case 'new':
      return (
        type + attributes(at('callee'), shape.callee) + argumentAttributes(at('arguments'), shape.arguments)
      );
    case 'binary':
    case 'assignment':
      return `${type}[${at('operator')}="${shape.operator}"]${attributes(at('left'), shape.left)}${attributes(at('right'), shape.right)}`;
    default:
      return '';
  }
}

function memberAttributes(
  { object, property }: Extract<Shape, { kind: 'member' }>,
  at: (key: string) => string,
): string {
  const name = property === undefined ? '' : `[${at('property.name')}=${quoted(property)}]`;
  return `[${at('computed')}=false]${attributes(at('object'), object)}${name}`;
}

/** A list behind others has to have something in it, as the comma between them has to be there for ast-grep. */
function argumentAttributes(path: string, { first, isOpen }: Arguments): string {
  const { length } = first;
  const count = isOpen && length === 0 ? '' : `[${path}.length${isOpen ? '>' : '='}${length}]`;
  return count + first.map((shape, at) => attributes(`${path}.${at}`, shape)).join('');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
