import type { Node } from 'web-tree-sitter';

/** What a declarator declares. */
export interface Declared {
  readonly name: Node;
  readonly isFunction: boolean;
}

/**
 * In C a name lies within what is said of it: in `int *(*x[3])(void)` around `x`, from the outside in, stand a function,
 * a pointer and an array. What stands next to the name decides what it is.
 */
export function declaredBy(declarator: Node): Declared | undefined {
  let isFunction = false;
  let node: Node | null = declarator;
  while (node !== null) {
    switch (node.type) {
      case 'function_declarator':
        isFunction = true;
        node = node.childForFieldName('declarator');
        break;
      case 'pointer_declarator':
      case 'array_declarator':
      case 'init_declarator':
        isFunction = false;
        node = node.childForFieldName('declarator');
        break;
      case 'pointer_type_declarator':
      case 'attributed_declarator':
      case 'parenthesized_declarator':
      case 'reference_declarator':
        node = node.childForFieldName('declarator') ?? node.namedChild(0);
        break;
      case 'template_function':
      case 'template_method':
        node = node.childForFieldName('name');
        break;
      case 'operator_cast':
        return { name: node, isFunction: true };
      case 'qualified_identifier':
        return { name: node, isFunction: isFunction || node.text.includes('operator') };
      case 'identifier':
      case 'field_identifier':
      case 'type_identifier':
      case 'destructor_name':
      case 'operator_name':
        return { name: node, isFunction };
      default:
        return undefined;
    }
  }
  return undefined;
}
