import type { GuardFact } from '../../model/facts.ts';
import type { FollowUp } from '../../model/follow-up.ts';
import type { AppPath } from '../../model/tree.ts';
import { importLine } from '../../code/add-imports.ts';
import { usualStyle } from '../../code/code-style.ts';
import { specifierFor } from '../../code/module-path.ts';
import type { AngularOptions } from './angular-options.ts';
import type { OwnSession } from './own-session.ts';
import type { SignOut } from './read/sign-out.ts';
import { removeLines } from './remove-lines.ts';

const hook = 'onSignedOut';

/** The generated service tells the app that the session has ended, however that came about. */
export function hookFollowUp(
  { codeDir, serviceName, loginPath }: AngularOptions,
  signOut: SignOut | undefined,
  session: OwnSession,
): FollowUp {
  const path = `${codeDir}/identity.service.ts`;
  return {
    id: 'signed-out',
    path,
    line: 1,
    reason:
      "When the vault's session has ended (signed out, refused, erased), the app's own ends, too. " +
      sentAway(loginPath, session.guest),
    lines: hookLines(path, signOut, session),
    made: { kind: 'body', className: serviceName, method: hook },
    files: [path],
  };
}

function sentAway(loginPath: string, guest: GuardFact | undefined): string {
  const page = `"${loginPath}"`;
  if (guest === undefined) return `Otherwise ${page} may send people away again.`;
  return `Otherwise ${told(guest)} sends people away from ${page} again.`;
}

/** A guard without a name is told by its place. */
function told({ text, at }: GuardFact): string {
  const name = /^[\w$.]+(?:\([^()]*\))?$/.test(text) ? text : 'the guard';
  return at === undefined ? name : `${name} in ${at.path}:${String(at.line)}`;
}

function hookLines(path: AppPath, signOut: SignOut | undefined, session: OwnSession): string[] {
  if (signOut?.isService === true) return callLines(path, signOut);
  if (session.keys.length > 0) {
    const { imports, lines } = removeLines(session.keys);
    return [...imports, `// in ${hook}():${alike(signOut, session)}`, ...lines];
  }
  const guards = session.guards.map(told).join(', ');
  const asked = guards === '' ? '' : `, so that ${guards} lets nobody in`;
  const end =
    signOut === undefined
      ? `end the session that the app keeps itself${asked}`
      : `end the app’s own session as ${where(signOut)} does`;
  return [`// in ${hook}(): ${end};`, '// where there is none, say so:', 'return;'];
}

/** The app's class is asked for only then: it may itself ask for the service. */
function callLines(path: AppPath, { owner, method, gives }: SignOut): string[] {
  const from = specifierFor(path, { file: owner.path });
  const call = `this.injector.get(${owner.name}).${method.name}()`;
  const calls = {
    promise: `await ${call};`,
    observable: `await firstValueFrom(${call}, { defaultValue: undefined });`,
    nothing: `${call};`,
  };
  const imports = [importLine(usualStyle, from, [owner.name])];
  if (gives === 'observable') imports.push(importLine(usualStyle, 'rxjs', ['firstValueFrom']));
  return [...imports, `// in ${hook}():`, calls[gives]];
}

/** What may have to be ended beside the keys. */
function alike(signOut: SignOut | undefined, { classes }: OwnSession): string {
  if (signOut !== undefined) return ` and what else ${where(signOut)} does`;
  const kept = classes.map(({ name, path }) => `${name} (${path})`).join(', ');
  return kept === '' ? '' : ` and what ${kept} still knows of the session`;
}

function where({ owner, method }: SignOut): string {
  return `${owner.name}.${method.name}() in ${owner.path}`;
}
