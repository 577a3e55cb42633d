import { Node, SyntaxKind } from 'ts-morph';
import { parseLoosely } from './source-file.ts';

const parse = (text: string) => parseLoosely('source.ts', text);

/** The text of every string literal in the code; text in comments is not code. */
export function readStringLiterals(text: string): string[] {
  return parse(text)
    .getDescendants()
    .filter((node) => Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node))
    .map((node) => node.getLiteralText());
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
