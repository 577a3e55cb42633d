import { findAnchor } from '../../../code/anchor.ts';
import type { CodeStyle } from '../../../code/code-style.ts';
import type { CodeDraft } from '../../../code/draft.ts';
import { NotEditable } from '../../../code/draft.ts';
import type { CodeRecipe, PlacedEdit } from '../../../code/edit-code.ts';
import type { Item } from '../../../code/list-literal.ts';
import { literal } from '../../../code/literal.ts';
import { objectList, propertyOf } from '../../../code/literals.ts';
import { MAX_LINE } from '../../../code/text-style.ts';
import { extendType } from '../../../code/type-members.ts';
import { excerpt } from '../../../code/trivia.ts';
import type { CodeEdit } from '../../../model/edit.ts';
import { environmentLiteral, typesOf } from '../read/environment-literal.ts';
import { environmentKey } from '../read/environment-key.ts';
import { addressMember } from './address-type.ts';
import { appendTo } from './keyed-list.ts';

/** What a build talks to: empty where it has nobody to talk to. */
export interface Addresses {
  /** Absent where an OpenID provider signs users in. */
  readonly loginUrl?: string;
  /** Absent where tokens are not renewed. */
  readonly refreshUrl?: string;
  /** Both absent where the app's own server signs users in. */
  readonly issuer?: string;
  readonly clientId?: string;
  readonly apiOrigins: readonly string[];
}

interface With extends Addresses {
  /** `own`: an edit of its own gives its type the member, too. `closed`: its type can't have one. */
  readonly type?: 'own' | 'closed';
}

/** Each of them that there is, in the order of the generated code. */
export function textMembers({ loginUrl, refreshUrl, issuer, clientId }: Addresses): (readonly [string, string])[] {
  return Object.entries({ loginUrl, refreshUrl, issuer, clientId }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/** Gives the app's `environment` the addresses of the builds that take its file. */
export type EnvironmentEdit = CodeEdit<Pick<With, keyof With>>;

/** Behind what the app has there. A member of this name stays as it is: somebody may have written it. */
export const environment: CodeRecipe<EnvironmentEdit> = {
  change: addAddresses,
  byHand: ({ with: addresses }, style) => ({
    imports: [],
    where: 'in environment, and in its type where it has one',
    code: withSpaces(addressesItem(style, addresses).block ?? []),
  }),
};

/** @throws NotEditable when the environment is not an object literal here, or its type admits no such member. */
function addAddresses(draft: CodeDraft, { anchor, with: { type, ...addresses } }: PlacedEdit<EnvironmentEdit>): void {
  const object = environmentLiteral(draft.source);
  if (object === undefined) {
    const found = findAnchor(draft.source, anchor) ?? draft.source;
    throw new NotEditable(found, 'The environment is not written as an object literal here.');
  }
  if (propertyOf(object, environmentKey) !== undefined) return;
  const types = type === 'own' ? [] : typesOf(object);
  const [first] = types;
  if (type === 'closed' && first !== undefined) {
    const reason = `The environment has the type ${excerpt(first.getText())}, whose index signature admits no ${environmentKey}.`;
    throw new NotEditable(first, reason);
  }
  const names = textMembers(addresses).map(([name]) => name);
  const member = addressMember(draft.style, names);
  for (const one of types) extendType(draft, one, member);
  appendTo(draft, objectList(object, draft.style), addressesItem(draft.style, addresses));
}

function addressesItem(style: CodeStyle, addresses: Addresses): Item {
  const { apiOrigins } = addresses;
  const { quote, bracePad, trailingComma } = style;
  const comma = trailingComma ? ',' : '';
  const urls = textMembers(addresses).map(([name, value]) => `${name}: ${literal(value, quote)}`);
  const origins = apiOrigins.map((origin) => literal(origin, quote));
  const list = `apiOrigins: [${origins.join(', ')}]`;
  const members = list.length + 2 * style.indent.length < MAX_LINE ? [`\t${list}${comma}`] : broken(origins, comma);
  return {
    inline: `${environmentKey}: {${bracePad}${[...urls, list].join(', ')}${bracePad}}`,
    block: [`${environmentKey}: {`, ...urls.map((url) => `\t${url},`), ...members, '}'],
    prefer: 'block',
  };
}

function broken(origins: readonly string[], comma: string): string[] {
  const last = origins.length - 1;
  const items = origins.map((origin, index) => `\t\t${origin}${index < last ? ',' : comma}`);
  return ['\tapiOrigins: [', ...items, `\t]${comma}`];
}

/** As a person types it: nothing says how the rest of the file is indented. */
function withSpaces(lines: readonly string[]): string[] {
  return lines.map((line, index) => line.replaceAll('\t', '  ') + (index === lines.length - 1 ? ',' : ''));
}
