import { Node, SyntaxKind } from 'ts-morph';
import { parseLoosely } from './source-file.ts';

const parse = (text: string) => parseLoosely('source.ts', text);

/** A string literal, and the property or variable it is the value of, as the code names it: `api.url`. */
interface NamedString {
  readonly text: string;
  readonly key: string;
}

/** Every string literal in the code; text in comments is not code. */
export function readNamedStrings(text: string): NamedString[] {
  return parse(text)
    .getDescendants()
    .filter((node) => Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    .map((node) => ({ text: node.getLiteralText(), key: keyOf(node) }));
}

function keyOf(node: Node): string {
  const owners = node.getAncestors();
  const properties = owners.filter(Node.isPropertyAssignment).map((property) => property.getName());
  const variable = owners.find(Node.isVariableDeclaration)?.getName() ?? '';
  return properties.length === 0 ? variable : properties.reverse().join('.');
}

/** The value of the first property of this name, when it is a string literal; nothing is evaluated. */
export function readStringProperty(text: string, name: string): string | undefined {
  const property = parse(text)
    .getDescendantsOfKind(SyntaxKind.PropertyAssignment)
    .find((candidate) => candidate.getName() === name);
  const value = property?.getInitializer();
  return Node.isStringLiteral(value) || Node.isNoSubstitutionTemplateLiteral(value)
    ? value.getLiteralText()
    : undefined;
}
