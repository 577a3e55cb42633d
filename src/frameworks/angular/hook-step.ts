import { templates } from 'virtual:templates';
import type { FollowUp } from '../../model/follow-up.ts';
import { importLine } from '../../code/add-imports.ts';
import { usualStyle } from '../../code/code-style.ts';
import { specifierFor } from '../../code/module-path.ts';
import type { AngularOptions } from './angular-options.ts';
import type { SignOut } from './read/sign-out.ts';

const hook = 'onSignedOut';

/** The generated service tells the app that the session has ended, however that came about. */
export function hookFollowUp(
  { codeDir, serviceName, loginPath }: AngularOptions,
  signOut: SignOut | undefined,
): FollowUp[] {
  const path = `${codeDir}/identity.service.ts`;
  if (
    !Object.entries(templates).some(([name, text]) => name.endsWith('identity.service.ts.ejs') && text.includes(hook))
  )
    return [];
  return [
    {
      id: 'signed-out',
      path,
      line: 1,
      reason: `When the vault's session has ended (signed out, refused, erased), the app's own ends, too. Otherwise "${loginPath}" may send people away again.`,
      lines: hookLines(path, signOut),
      made: { kind: 'body', className: serviceName, method: hook },
      files: [path],
    },
  ];
}

/** The app's class is asked for only then: it may itself ask for the service. */
function hookLines(path: string, signOut: SignOut | undefined): string[] {
  if (signOut?.isService !== true) {
    const where = signOut && `${signOut.owner.name}.${signOut.method.name}() in ${signOut.owner.path}`;
    const end =
      where === undefined ? 'end the session that the app keeps itself' : `end the app’s own session as ${where} does`;
    return [`// in ${hook}(): ${end};`, '// where there is none, say so:', 'return;'];
  }
  const { owner, method, gives } = signOut;
  const from = specifierFor(path, { file: owner.path });
  const call = `this.injector.get(${owner.name}).${method.name}()`;
  const calls = {
    promise: `await ${call};`,
    observable: `await firstValueFrom(${call}, { defaultValue: undefined });`,
    nothing: `${call};`,
  };
  return [importLine(usualStyle, from, [owner.name]), `// in ${hook}():`, calls[gives]];
}
