import type { CallExpression } from 'ts-morph';
import { Node, SyntaxKind } from 'ts-morph';
import type { ManualReason } from '../model/facts.ts';
import { follow, isLost, whyLost, type NodePlace } from './follow.ts';
import { unwrap } from './literals.ts';
import type { Modules } from './modules.ts';
import { returnedBy } from './returns.ts';

/** A text as far as it is known before the app runs. */
export interface ConstantText {
  /** All of it, or what stands in front of the first part that is not known. */
  readonly text: string;
  /** The first part that can't be known, and why. */
  readonly unknown?: ManualReason;
}

/** Long enough for any chain of constants people write; one that leads in a circle ends here. */
const MAX_STEPS = 20;

/** The text that an expression always has: of literals, templates, sums, constants, enums and functions that only return one. */
export function constantText(modules: Modules, place: NodePlace, steps = MAX_STEPS): ConstantText {
  const node = unwrap(place.node);
  const { path } = place;
  const inner = (part: Node): ConstantText => constantText(modules, { path, node: part }, steps - 1);
  const literal = literalText(node);
  if (literal !== undefined) return { text: literal };
  if (steps <= 0) return lost(place, 'It leads in a circle.');
  if (Node.isTemplateExpression(node)) {
    const spans = node.getTemplateSpans().flatMap((span) => [span.getExpression(), span.getLiteral()]);
    return joined([node.getHead(), ...spans], inner);
  }
  if (Node.isBinaryExpression(node) && node.getOperatorToken().getKind() === SyntaxKind.PlusToken)
    return joined([node.getLeft(), node.getRight()], inner);
  if (Node.isCallExpression(node)) return callText(modules, { path, node }, steps);
  const value = declaredText(node);
  if (value !== undefined) return inner(value);
  const target = follow(modules, { path, node });
  if (isLost(target)) return lost(place, `${whyLost(target, `${node.getText()} comes`)}.`);
  if (target.node === node) return lost(target, 'It is computed.');
  return constantText(modules, target, steps - 1);
}

/** The text of an expression that is known to its end. */
export function wholeText(modules: Modules, place: NodePlace): string | undefined {
  const { text, unknown } = constantText(modules, place);
  return unknown === undefined ? text : undefined;
}

function literalText(node: Node): string | undefined {
  const isTemplatePart = Node.isTemplateHead(node) || Node.isTemplateMiddle(node) || Node.isTemplateTail(node);
  const isText = Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node) || isTemplatePart;
  if (isText) return node.getLiteralText();
  return Node.isNumericLiteral(node) ? node.getText() : undefined;
}

/** What a declaration always gives: a member of an enum, an accessor. */
function declaredText(node: Node): Node | undefined {
  if (Node.isEnumMember(node)) return node.getInitializer();
  return Node.isGetAccessorDeclaration(node) ? returnedBy(node) : undefined;
}

/** `path('login')` of a function that only returns a text; `['a', 'b'].join('/')`. */
function callText(modules: Modules, place: NodePlace & { node: CallExpression }, steps: number): ConstantText {
  const { path, node } = place;
  const callee = node.getExpression();
  if (Node.isPropertyAccessExpression(callee) && callee.getName() === 'join') {
    const list = follow(modules, { path, node: callee.getExpression() });
    if (!isLost(list) && Node.isArrayLiteralExpression(list.node))
      return joinedList(modules, { list, separator: node.getArguments()[0] }, steps);
  }
  const target = follow(modules, { path, node: callee });
  const returned = isLost(target) ? undefined : returnedBy(target.node);
  if (isLost(target) || returned === undefined) return lost(place, `${node.getText()} is computed.`);
  const bound = new Map([...(modules.bound ?? []), ...argumentsOf(place, target.node)]);
  return constantText({ ...modules, bound }, { path: target.path, node: returned }, steps - 1);
}

function joinedList(
  modules: Modules,
  { list, separator }: { readonly list: NodePlace; readonly separator: Node | undefined },
  steps: number,
): ConstantText {
  if (!Node.isArrayLiteralExpression(list.node)) return lost(list, 'It is computed.');
  const between = separator === undefined ? ',' : literalText(separator);
  if (between === undefined) return lost(list, 'It is joined by something computed.');
  const read = (node: Node): ConstantText => constantText(modules, { path: list.path, node }, steps - 1);
  return joined(list.node.getElements(), read, between);
}

/** Each parameter of a function with what one call gives to it; a default stands for what isn't given. */
export function argumentsOf({ path, node: call }: NodePlace, target: Node): Map<Node, NodePlace> {
  const given = Node.isCallExpression(call) ? call.getArguments() : [];
  const parameters = Node.isParametered(target) ? target.getParameters() : [];
  return new Map(
    parameters.flatMap((parameter, index) => {
      const node = given[index];
      const fallback = parameter.getInitializer();
      if (node !== undefined) return [[parameter, { path, node }] as const];
      return fallback === undefined ? [] : [[parameter, { path, node: fallback }] as const];
    }),
  );
}

/** Ends at the first part that is not known: a circle with branches would never end otherwise. */
function joined(parts: readonly Node[], read: (part: Node) => ConstantText, between = ''): ConstantText {
  let text = '';
  for (const [index, part] of parts.entries()) {
    const next = read(part);
    text += `${index === 0 ? '' : between}${next.text}`;
    if (next.unknown !== undefined) return { text, unknown: next.unknown };
  }
  return { text };
}

function lost({ path, node }: NodePlace, reason: string): ConstantText {
  return { text: '', unknown: { path, line: node.getStartLineNumber(), reason } };
}
