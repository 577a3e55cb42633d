import type { ObjectLiteralExpression, SourceFile } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import { findAnchor } from './anchor.ts';
import { NotEditable } from './draft.ts';
import { unwrap } from './literals.ts';

/**
 * The object that a configuration file is: its default export, `export =` or `module.exports`, in place or as a variable of the file.
 * @throws NotEditable where it is written otherwise
 */
export function exportedObject(source: SourceFile): ObjectLiteralExpression {
  const exported = exportedBy(source);
  if (exported === undefined) throw new NotEditable(source, 'This file exports no configuration that can be followed.');
  const node = unwrap(exported);
  const value = Node.isIdentifier(node) ? findAnchor(source, { kind: 'variable', name: node.getText() }) : node;
  if (Node.isObjectLiteralExpression(value)) return value;
  throw new NotEditable(value ?? node, 'The configuration is not written as an object literal here.');
}

function exportedBy(source: SourceFile): Node | undefined {
  const [assignment] = source.getExportAssignments();
  if (assignment !== undefined) return assignment.getExpression();
  const assigned = source
    .getDescendantsOfKind(SyntaxKind.BinaryExpression)
    .filter((one) => one.getOperatorToken().getText() === '=' && one.getLeft().getText() === 'module.exports');
  if (assigned.length > 1)
    throw new NotEditable(assigned[1] ?? source, 'module.exports is set more than once in this file.');
  return assigned[0]?.getRight();
}
