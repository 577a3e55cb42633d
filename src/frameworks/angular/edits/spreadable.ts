import { Node, SyntaxKind } from 'ts-morph';
import { unwrap } from '../../../code/literals.ts';

/** What an expression is put between so that it can be spread. */
interface Around {
  readonly open: '' | '(';
  readonly close: '' | ')';
}

/** How `[...x, ours]` is written around an expression that stands for a list; `undefined` where it may stand for none. */
export function spreadable(value: Node): Around | undefined {
  if (mayBeNothing(unwrap(value))) return undefined;
  const isPlain =
    Node.isIdentifier(value) ||
    Node.isPropertyAccessExpression(value) ||
    Node.isElementAccessExpression(value) ||
    Node.isCallExpression(value) ||
    Node.isParenthesizedExpression(value) ||
    Node.isNonNullExpression(value);
  return isPlain ? { open: '', close: '' } : { open: '(', close: ')' };
}

/** `isWeb && guards`, `isWeb ? guards : undefined`: nothing, or no list, may come of it. */
function mayBeNothing(value: Node): boolean {
  if (Node.isConditionalExpression(value)) {
    return [value.getWhenTrue(), value.getWhenFalse()].some((one) => mayBeNothing(unwrap(one)));
  }
  if (Node.isBinaryExpression(value)) {
    const isOr = [SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken].includes(
      value.getOperatorToken().getKind(),
    );
    return !isOr || mayBeNothing(unwrap(value.getRight()));
  }
  const isList =
    Node.isArrayLiteralExpression(value) ||
    Node.isIdentifier(value) ||
    Node.isPropertyAccessExpression(value) ||
    Node.isElementAccessExpression(value) ||
    Node.isCallExpression(value);
  const isOptional =
    (Node.isPropertyAccessExpression(value) || Node.isCallExpression(value)) && value.hasQuestionDotToken();
  return !isList || isOptional || value.getText() === 'undefined';
}
