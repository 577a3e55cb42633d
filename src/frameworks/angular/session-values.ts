import { CliError } from '../../model/errors.ts';
import type { SessionField } from '../../options/session-field.ts';
import { sessionMembers, type SessionMember } from '../../options/session-members.ts';
import type { AngularOptions } from './angular-options.ts';
import { fitted, identifier, textLiteral } from './spelling.ts';

/** A session is what the plugin makes of the provider's answer. */
export const providerSession: Record<string, string> = {
  sessionSamples:
    "\n  idToken: 'id-token-of-ada',\n  refreshToken: 'refresh-token-of-ada',\n  expiresIn: 3600,\n  receivedAt: Date.now(),\n  issuer: 'https://login.invalid',\n  subject: 'ada',",
  answerSample: '',
};

/** What a session has, what of it is taken from the server's answer, and what both look like in a spec. */
export function sessionValues(options: AngularOptions): Record<string, string> {
  const { tokenField } = options;
  const members = sessionMembers(options);
  const each = (spelled: (member: SessionMember) => string): string => members.map(spelled).join('');
  const needed = [`${tokenField}: string`, ...members.map(({ from, type }) => `${from}: ${type}`)];
  const answered = [...new Set(['username', tokenField, ...members.map(({ from }) => from)])];
  return {
    sessionFields: members.map(({ name, type }) => `  ${identifier(name)}: ${fieldType(type)};`).join('\n'),
    sessionChecks: members.map(sessionCheck).join(' &&\n'),
    sessionSamples: each((member) => `\n  ${identifier(member.name)}: ${sampleOf(member)},`),
    tokenField: identifier(tokenField),
    answerFields: answered.map((name) => `  readonly ${identifier(name)}?: unknown;`).join('\n'),
    answerMembers: each(({ name, from }) => `\n    ${identifier(name)}: given.${identifier(from)},`),
    answerSample: answerSample(tokenField, members),
    renewedMembers: each(
      ({ name, from }) => `\n    ${identifier(name)}: given.${identifier(from)} ?? session.${identifier(name)},`,
    ),
    neededFields: fitted('const NEEDED = [', needed.map(textLiteral), '];'),
  };
}

function answerSample(tokenField: string, members: readonly SessionMember[]): string {
  const samples = members.map((member) => `  ${identifier(member.from)}: ${sampleOf(member)},\n`).join('');
  return `/** What the server answers when that user signs in. */
export const answer = {
  username: 'ada',
  ${identifier(tokenField)}: 'token-of-ada',
${samples}};

`;
}

/** What a value of each type looks like in a spec. */
const samples: Readonly<Record<SessionField['type'], string>> = {
  string: "'text'",
  number: '1',
  boolean: 'true',
  'string[]': "['text']",
  'number[]': '[1]',
  'boolean[]': '[true]',
};

/** A token of an hour is not about to end while specs run. */
function sampleOf({ type, option }: SessionMember): string {
  return option === 'expiryField' ? '3600' : samples[type];
}

function fieldType(type: SessionField['type']): string {
  if (Object.hasOwn(samples, type)) return type;
  throw new CliError('INTERNAL', `${JSON.stringify(type)} is no type of a session field.`);
}

function sessionCheck({ name, type }: SessionField): string {
  const value = `session.${identifier(name)}`;
  if (!type.endsWith('[]')) return `    typeof ${value} === '${type}'`;
  const item = type.slice(0, -2);
  return `    Array.isArray(${value}) &&\n    ${value}.every((item) => typeof item === '${item}')`;
}
