import type { AngularOptions } from './angular-options.ts';

/** Files below `codeDir` that are named after what is in them, without `.ts`. */
export interface CodeFiles {
  readonly interceptorFile: string;
  readonly guardFile: string;
}

/** `authGuard` is in `auth.guard`, a guard `requireLogin` in `require-login.guard`. */
export function codeFiles({
  interceptorName,
  guardName,
}: Pick<AngularOptions, 'interceptorName' | 'guardName'>): CodeFiles {
  return {
    interceptorFile: `${stem(interceptorName, 'Interceptor')}.interceptor`,
    guardFile: `${stem(guardName, 'Guard')}.guard`,
  };
}

function stem(name: string, kind: string): string {
  return kebabCase(name.endsWith(kind) && name !== kind ? name.slice(0, -kind.length) : name);
}

function kebabCase(name: string): string {
  return name
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1-$2')
    .toLowerCase();
}
