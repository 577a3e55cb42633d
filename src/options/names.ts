import { className } from './class-name.ts';
import { text, type Kind } from './kinds.ts';

/** Words of the language, and built-in names that a declaration would hide. */
const ofTheLanguage: ReadonlySet<string> = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super switch this ' +
    'throw true try typeof undefined var void while with yield await async of any unknown never string number boolean symbol ' +
    'object globalThis eval arguments window document name location history ' +
    'Array Boolean Date Error Function JSON Map Math Number Object Partial Promise Proxy Readonly Record Reflect RegExp Set ' +
    'String Symbol URL'
  ).split(' '),
);

/** The name of a class or type. @param reserved names that the generated code uses itself */
export function typeName(reserved: ReadonlySet<string>): Kind<string> {
  return nameKind('a name in PascalCase, like IdentityService', /^[A-Z][A-Za-z0-9]*$/, reserved);
}

/** The name of a function or value. @param reserved names that the generated code uses itself */
export function valueName(reserved: ReadonlySet<string>): Kind<string> {
  return nameKind('a name in camelCase, like authGuard', /^[a-z][A-Za-z0-9]*$/, reserved);
}

function nameKind(what: string, pattern: RegExp, reserved: ReadonlySet<string>): Kind<string> {
  return text({
    what: `${what}; not a word of TypeScript, nor a name that the generated code uses itself`,
    pattern,
    accepts: (value) => [value, className(value)].every((name) => !ofTheLanguage.has(name) && !reserved.has(name)),
    placeholder: '<name>',
  });
}
