import { Node, SyntaxKind } from 'ts-morph';
import { constantText } from '../../../../code/constant-text.ts';
import { follow, isLost, type NodePlace } from '../../../../code/follow.ts';
import { unwrap } from '../../../../code/literals.ts';
import { accessOf } from '../../../../code/members.ts';
import type { Modules } from '../../../../code/modules.ts';
import { declarationAround } from '../../../../code/scope.ts';
import { plainPath } from '../routes/redirect-target.ts';
import { classOf, memberIn } from './instances.ts';

/** A text as far as it is known. */
interface Part {
  readonly text: string;
  readonly isWhole: boolean;
}

/** The paths that the first argument of a navigation may lead to: one, or one for each branch; none that are not known. */
export function redirectPaths(modules: Modules, target: NodePlace): string[] {
  return partsOf(modules, target).flatMap(({ text, isWhole }) => {
    const isKnown = isWhole || /[?#;]/.test(text);
    const isElsewhere = /^([a-z][a-z\d+.-]*:|\/\/)/i.test(text) || text.split('/').includes('..');
    return isKnown && !isElsewhere ? [plainPath(text)] : [];
  });
}

const MAX_DEPTH = 8;

function partsOf(modules: Modules, { path, node: written }: NodePlace, depth = 0): Part[] {
  const node = unwrap(written);
  if (depth > MAX_DEPTH || Node.isObjectLiteralExpression(node)) return [];
  const inner = (one: Node): Part[] => partsOf(modules, { path, node: one }, depth + 1);
  const branches = branchesOf(node);
  if (branches.length > 0) return branches.flatMap(inner);
  if (Node.isArrayLiteralExpression(node)) return segmentsOf(modules, { path, node }, depth);
  if (isNavigation(node)) return [];
  const { text, unknown } = constantText(modules, { path, node });
  if (unknown === undefined) return [{ text, isWhole: true }];
  const others = elsewhere(modules, { path, node });
  const found = others.flatMap((other) => partsOf(modules, other, depth + 1));
  return found.length > 0 ? found : [{ text, isWhole: false }];
}

/** Of `a ? b : c`, `a ?? b` and `a || b`. */
function branchesOf(node: Node): Node[] {
  if (Node.isConditionalExpression(node)) return [node.getWhenTrue(), node.getWhenFalse()];
  const isChoice =
    Node.isBinaryExpression(node) &&
    [SyntaxKind.BarBarToken, SyntaxKind.QuestionQuestionToken].includes(node.getOperatorToken().getKind());
  return isChoice ? [node.getLeft(), node.getRight()] : [];
}

/** `['/auth', 'login']`: one path for each combination of branches. */
function segmentsOf(modules: Modules, { path, node }: NodePlace, depth: number): Part[] {
  if (!Node.isArrayLiteralExpression(node)) return [];
  let found: Part[] = [];
  for (const [index, element] of node.getElements().entries()) {
    // An object in the list is for matrix parameters or outlets.
    if (Node.isObjectLiteralExpression(unwrap(element))) continue;
    const written = Node.isSpreadElement(element) ? element.getExpression() : element;
    const parts = partsOf(modules, { path, node: written }, depth + 1);
    found = index === 0 ? parts : found.flatMap((start) => parts.map((part) => appended(start, part)));
  }
  return found;
}

function appended(start: Part, { text, isWhole }: Part): Part {
  return start.isWhole ? { text: `${start.text}/${text}`, isWhole } : start;
}

/** Other values that a name may have: a list, a choice, what a variable is given later, a field of an injected class. */
function elsewhere(modules: Modules, { path, node }: NodePlace): NodePlace[] {
  const target = follow(modules, { path, node });
  if (!isLost(target)) return target.node === node ? [] : [target];
  if (Node.isIdentifier(node)) return valuesOf(node).map((value) => ({ path, node: value }));
  const access = accessOf(node);
  const owner = access && classOf(modules, { path, node: access.owner });
  const member = access && owner && memberIn(modules, owner, access.name);
  const value = member && Node.isPropertyDeclaration(member.node) ? member.node.getInitializer() : member?.node;
  return member && value ? [{ path: member.path, node: value }] : [];
}

/** Everything a variable is given in its file. */
function valuesOf(name: Node): Node[] {
  const variable = declarationAround(name, name.getText());
  if (!Node.isVariableDeclaration(variable)) return [];
  const later = variable
    .getSourceFile()
    .getDescendantsOfKind(SyntaxKind.BinaryExpression)
    .filter((one) => one.getOperatorToken().getText() === '=' && one.getLeft().getText() === name.getText())
    .filter((one) => declarationAround(one, name.getText()) === variable)
    .map((one) => one.getRight());
  return [...(variable.getInitializer() === undefined ? [] : [variable.getInitializerOrThrow()]), ...later];
}

const navigations = [
  'createUrlTree',
  'parseUrl',
  'navigate',
  'navigateByUrl',
  'navigateRoot',
  'navigateForward',
  'navigateBack',
];
const firePipes = ['redirectUnauthorizedTo', 'redirectLoggedInTo'];

/** Whether a call leads to the page its first argument names. */
export function isNavigation(node: Node): boolean {
  if (!Node.isCallExpression(node)) return false;
  const callee = node.getExpression();
  if (Node.isPropertyAccessExpression(callee)) return navigations.includes(callee.getName());
  return firePipes.includes(callee.getText());
}

/** Whether an expression is what a function gives back, or one of its branches. */
export function isResult(node: Node): boolean {
  const parent = node.getParent();
  if (Node.isReturnStatement(parent)) return true;
  if (Node.isArrowFunction(parent)) return parent.getBody() === node;
  if (Node.isNewExpression(parent))
    return /(^|\.)RedirectCommand$/.test(parent.getExpression().getText()) && parent.getArguments()[0] === node;
  if (Node.isParenthesizedExpression(parent)) return isResult(parent);
  return parent !== undefined && branchesOf(parent).includes(node) && isResult(parent);
}
