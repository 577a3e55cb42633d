import { startCommand } from '../packages/start-command.ts';
import type { Project } from '../model/project.ts';
import { asksUser } from '../options/auth-modes.ts';
import { loginFieldNames } from '../options/login-fields.ts';
import type { Options } from '../options/options.ts';
import { sessionMembers } from '../options/session-members.ts';

/** From the written code to a vault that locks in front of somebody, step by step. */
export function tryIt(project: Project, options: Options): string[] {
  return [opening(project, options), ...signingIn(options), ...locking(options)];
}

function opening(project: Project, { loginPath }: Options): string {
  const start = startCommand(project);
  const address = `${start?.origin ?? ''}/${loginPath}`;
  return start === undefined ? `Start the app, and open ${address} in it.` : `${start.typed}, then open ${address}`;
}

/** What the server has to do, where the page that asks it was generated. */
function signingIn(options: Options): string[] {
  const { loginPage, apiOrigins, loginUrl, loginFields, tokenField } = options;
  if (loginPage === 'existing') return ['Sign in, on the page of the app that you know.'];
  if (options.auth === 'oidc') return ['Sign in. The page leads to that of your provider, and back.'];
  if (apiOrigins.length === 0) return [];
  const { username, password } = loginFieldNames(loginFields);
  const sent = [username, password].map((name) => `"${name}": "…"`).join(', ');
  const answered = [tokenField, ...sessionMembers(options).map(({ from }) => from)]
    .map((name) => `"${name}": …`)
    .join(', ');
  return [`Sign in. The page posts { ${sent} } to ${loginUrl}, and the server has to answer { ${answered} }.`];
}

function locking(options: Options): string[] {
  const { lockAfter, unlockPath } = options;
  if (!asksUser(options) || lockAfter === 0) return [];
  return [`Leave the app for ${inWords(lockAfter)}: it locks. /${unlockPath} opens it again.`];
}

function inWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const [amount, unit] = seconds >= 60 && seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
  return `${String(amount)} ${unit}${amount === 1 ? '' : 's'}`;
}
