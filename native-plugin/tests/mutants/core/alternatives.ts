import ts from 'typescript';

const K = ts.SyntaxKind;

const OTHER_OPERATORS: Partial<Record<ts.SyntaxKind, readonly string[]>> = {
  [K.LessThanToken]: ['<=', '>='],
  [K.LessThanEqualsToken]: ['<', '>'],
  [K.GreaterThanToken]: ['>=', '<='],
  [K.GreaterThanEqualsToken]: ['>', '<'],
  [K.EqualsEqualsEqualsToken]: ['!=='],
  [K.ExclamationEqualsEqualsToken]: ['==='],
  [K.AmpersandAmpersandToken]: ['||'],
  [K.BarBarToken]: ['&&'],
  [K.PlusToken]: ['-'],
  [K.MinusToken]: ['+'],
  [K.AsteriskToken]: ['/'],
  [K.SlashToken]: ['*'],
  [K.PercentToken]: ['/'],
  [K.AmpersandToken]: ['|'],
  [K.BarToken]: ['&'],
  [K.CaretToken]: ['|', '&'],
  [K.LessThanLessThanToken]: ['>>'],
  [K.GreaterThanGreaterThanToken]: ['<<'],
  [K.GreaterThanGreaterThanGreaterThanToken]: ['<<'],
  [K.PlusEqualsToken]: ['-=', '='],
  [K.MinusEqualsToken]: ['+='],
  [K.BarEqualsToken]: ['&=', '='],
};

/** Of these either side alone may take the place of the whole. */
const SIDED = new Set([
  ...[K.AmpersandAmpersandToken, K.BarBarToken, K.QuestionQuestionToken, K.PlusToken, K.MinusToken],
  ...[K.AsteriskToken, K.SlashToken, K.BarToken, K.AmpersandToken, K.CaretToken],
]);

const OTHER_METHODS: ReadonlyMap<string, string> = new Map([
  ...[['some', 'every'] as const, ['every', 'some'] as const],
  ...[['min', 'max'] as const, ['max', 'min'] as const],
]);

/** Their result without the call is of the same type: the receiver. */
const LEFT_OUT = new Set(['filter', 'sort', 'reverse', 'slice', 'normalize', 'catch', 'flat', 'toLowerCase']);

/** Whichever comes first. */
const SYMMETRIC = new Set(['isEqual', 'isEqualConstantTime', 'Math.min', 'Math.max']);

/** What they are called with is told to developers, and decides nothing. */
const WITH_DETAIL = new Set(['corrupt', 'unsupported', 'rolledBack', 'invalid', 'denied', 'CoreError']);

const CODES = ['CORRUPT', 'UNSUPPORTED_FORMAT', 'CONFLICT'];

/** What may stand in the place of this expression, as text; in parentheses where it needs them. */
export function alternativesOf(node: ts.Expression): readonly string[] {
  return [...ofKind(node), ...(isCondition(node) ? ['true', 'false'] : [])].filter((text) => text !== node.getText());
}

function ofKind(node: ts.Expression): readonly string[] {
  if (ts.isBinaryExpression(node)) return ofBinary(node);
  if (ts.isConditionalExpression(node)) return [node.whenTrue.getText(), node.whenFalse.getText()];
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node);
  if (ts.isPostfixUnaryExpression(node))
    return [node.operand.getText() + (node.operator === K.PlusPlusToken ? '--' : '++')];
  if (ts.isAwaitExpression(node)) return [node.expression.getText()];
  if (ts.isCallExpression(node)) return ofCall(node);
  if (ts.isTemplateExpression(node)) return [node.getText().slice(0, -1) + 'x`'];
  return ofLiteral(node);
}

function ofBinary(node: ts.BinaryExpression): readonly string[] {
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === K.InstanceOfKeyword || operatorToken.kind === K.InKeyword) return [`!(${node.getText()})`];
  if (operatorToken.kind === K.PlusToken && (isText(left) || isText(right))) return [];
  const others = (OTHER_OPERATORS[operatorToken.kind] ?? []).map((other) => between(left, other, right));
  return SIDED.has(operatorToken.kind) ? [...others, left.getText(), right.getText()] : others;
}

function between(left: ts.Expression, operator: string, right: ts.Expression): string {
  const isLogical = operator === '&&' || operator === '||';
  const side = (node: ts.Expression) => (isLogical ? `(${node.getText()})` : node.getText());
  return `${side(left)} ${operator} ${side(right)}`;
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function ofPrefix({ operator, operand }: ts.PrefixUnaryExpression): readonly string[] {
  if (operator === K.ExclamationToken || operator === K.MinusToken) return [operand.getText()];
  return operator === K.PlusPlusToken ? [`--${operand.getText()}`] : [];
}

function ofCall(node: ts.CallExpression): readonly string[] {
  return [...ofCallee(node), ...ofArguments(node), ...ofChain(node)];
}

function ofCallee({ expression, arguments: [...given] }: ts.CallExpression): readonly string[] {
  if (!ts.isPropertyAccessExpression(expression)) return [];
  const receiver = expression.expression.getText();
  const name = expression.name.text;
  const mark = expression.questionDotToken ? '?.' : '.';
  const other = OTHER_METHODS.get(name);
  return [
    ...(other ? [`${receiver}${mark}${other}(${given.map((each) => each.getText()).join(', ')})`] : []),
    ...(LEFT_OUT.has(name) ? [receiver] : []),
  ];
}

/** Two that stand side by side change their places. */
function ofArguments({ expression, arguments: given }: ts.CallExpression): readonly string[] {
  if (SYMMETRIC.has(expression.getText())) return [];
  const texts = given.map((each) => each.getText());
  return texts.slice(1).map((_, at) => {
    const swapped = [...texts.slice(0, at), texts[at + 1], texts[at], ...texts.slice(at + 2)];
    return `${expression.getText()}(${swapped.join(', ')})`;
  });
}

/** Without the question mark of an optional chain. */
function ofChain(node: ts.Expression): readonly string[] {
  const { parent } = node;
  const isInner = ts.isOptionalChain(parent) && (parent as ts.PropertyAccessExpression).expression === node;
  if (!ts.isOptionalChain(node) || isInner) return [];
  const text = node.getText();
  return [text.replace('?.[', '[').replace('?.(', '(').replace('?.', '.')];
}

function ofLiteral(node: ts.Expression): readonly string[] {
  if (node.kind === K.TrueKeyword) return ['false'];
  if (node.kind === K.FalseKeyword) return ['true'];
  if (ts.isNumericLiteral(node)) return ofNumber(Number(node.text));
  if (ts.isBigIntLiteral(node)) return [node.getText() === '0n' ? '1n' : '0n'];
  if (ts.isStringLiteral(node)) return isDetail(node) ? [] : ofString(node.text);
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) ? ofChain(node) : [];
}

function ofNumber(value: number): readonly string[] {
  return value === 0 ? ['1'] : [String(value + 1), String(value - 1)];
}

function ofString(text: string): readonly string[] {
  const code = /^[A-Z_]+$/.test(text) ? CODES.find((other) => other !== text) : undefined;
  return [`'${code ?? text + 'x'}'`];
}

function isDetail({ parent }: ts.StringLiteral): boolean {
  const callee = ts.isCallExpression(parent) || ts.isNewExpression(parent) ? parent.expression.getText() : '';
  return WITH_DETAIL.has(callee) && !/^'[A-Z_]+'$/.test(parent.getText().slice(callee.length));
}

/** Of an `if`, a loop or `? :`: it may always be so, or never. */
function isCondition(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent)) return parent.expression === node;
  return ts.isForStatement(parent) && parent.condition === node;
}

/** Whether the program can be written without it. */
export function isRemovable(node: ts.Statement): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakStatement(node)) return true;
  return ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression);
}
