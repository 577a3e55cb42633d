import { SyntaxKind } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { constantText } from '../../src/code/constant-text.ts';
import { modulesOf } from '../../src/code/modules.ts';

type Files = Readonly<Record<string, string>>;

/** The text of the initial value of `it` in `main.ts`. */
function textOf(code: string, files: Files = {}) {
  const all: Files = { ...files, 'src/main.ts': code };
  const modules = modulesOf({ read: (path) => all[path] }, { paths: { '@app/*': ['src/*'] } });
  const variables = modules.open('src/main.ts')?.getDescendantsOfKind(SyntaxKind.VariableDeclaration) ?? [];
  const node = variables.find((one) => one.getName() === 'it')?.getInitializer();
  if (node === undefined) throw new Error('There is no `it`.');
  return constantText(modules, { path: 'src/main.ts', node });
}

const paths = `export enum Paths { Home = 'home', 'sign-in' = 'anmelden' }
export const PATHS = { login: 'login', auth: { reset: 'auth/reset' } } as const;
export default { main: 'main' };
export class Routes { static readonly LOGIN = '/login'; static get home() { return '/home'; } }
export namespace Names { export const tabs = 'tabs'; export enum Inner { A = 'a' } }
export const { login: renamed, auth: { reset } } = PATHS;
export const url = (path: string) => \`/\${path}\`;
`;

describe('constantText knows', () => {
  const cases: [string, string, string, Files?][] = [
    ['a literal', `const it = 'login';`, 'login'],
    ['a template without parts', 'const it = `login`;', 'login'],
    ['a constant', `const LOGIN = 'login'; const it = LOGIN;`, 'login'],
    ['a template of constants', "const A = 'a'; const it = `/${A}/b`;", '/a/b'],
    ['a sum', `const A = 'a'; const it = '/' + A + '/' + 1;`, '/a/1'],
    ['a member of an enum', `enum P { Login = 'login' } const it = P.Login;`, 'login'],
    ['a member of a const enum', `const enum P { Login = 'login' } const it = P['Login'];`, 'login'],
    ['a member of an enum made of others', "enum P { A = 'a', B = `${A}/b`, C = P.B + '/c' } const it = P.C;", 'a/b/c'],
    ['a quoted member of an enum', `import { Paths } from './paths'; const it = Paths['sign-in'];`, 'anmelden'],
    ['a member of an object', `const P = { login: 'login' }; const it = P.login;`, 'login'],
    ['a nested member', `import { PATHS } from './paths'; const it = PATHS.auth.reset;`, 'auth/reset'],
    [
      'a member made of another',
      "const P = { a: 'a' }; const Q = { b: `${P.a}/b` } satisfies X; const it = Q.b;",
      'a/b',
    ],
    ['a frozen object', `const P = Object.freeze({ login: 'login' } as const); const it = P.login;`, 'login'],
    ['a frozen object in another', `const P = Object.freeze({ a: Object.freeze({ b: 'c' }) }); const it = P.a.b;`, 'c'],
    ['a spread object', `const A = { l: 'old', x: 'x' }; const P = { ...A, l: 'new' }; const it = P.l + P.x;`, 'newx'],
    ['a shorthand', `const login = 'login'; const P = { login }; const it = P.login;`, 'login'],
    ['an element of a list', `const P = ['a', 'b'] as const; const it = P[1];`, 'b'],
    ['a static member', `import { Routes } from './paths'; const it = Routes.LOGIN;`, '/login'],
    ['a static accessor', `import { Routes } from './paths'; const it = Routes.home;`, '/home'],
    ['a member of a base class', `class A { static P = 'p' } class B extends A {} const it = B.P;`, 'p'],
    ['a member of a namespace', `import { Names } from './paths'; const it = Names.tabs;`, 'tabs'],
    ['an enum in a namespace', `import { Names } from './paths'; const it = Names.Inner.A;`, 'a'],
    ['a default export', `import main from './paths'; const it = main.main;`, 'main'],
    ['a namespace import', `import * as p from './paths'; const it = p.Paths.Home;`, 'home'],
    ['an alias', `import { PATHS as P } from './paths'; const it = P.login;`, 'login'],
    ['a barrel', `import { PATHS } from './all'; const it = PATHS.login;`, 'login', all(`export * from './paths';`)],
    [
      'a renaming barrel',
      `import { U } from './all'; const it = U.Home;`,
      'home',
      all(`export { Paths as U } from './paths';`),
    ],
    [
      'a barrel of namespaces',
      `import { p } from './all'; const it = p.PATHS.login;`,
      'login',
      all(`export * as p from './paths';`),
    ],
    [
      'a barrel that imports first',
      `import { P } from './all'; const it = P.login;`,
      'login',
      all(`import { PATHS } from './paths'; export { PATHS as P };`),
    ],
    ['a path alias', `import { PATHS } from '@app/paths'; const it = PATHS.login;`, 'login'],
    ['a destructured constant', `import { renamed } from './paths'; const it = renamed;`, 'login'],
    ['a nested destructured constant', `import { reset } from './paths'; const it = reset;`, 'auth/reset'],
    [
      'one destructured here',
      `import { PATHS } from './paths'; const { auth } = PATHS; const it = auth.reset;`,
      'auth/reset',
    ],
    ['one destructured from a list', `const [, second] = ['a', 'b']; const it = second;`, 'b'],
    ['a function that only returns', `import { url, PATHS } from './paths'; const it = url(PATHS.login);`, '/login'],
    [
      'a function with a default',
      "function url(a: string, b = 'x') { return `/${a}/${b}`; } const it = url('a');",
      '/a/x',
    ],
    ['joined parts', `const P = { a: 'a' }; const it = [P.a, 'b'].join('/');`, 'a/b'],
    ['a text with a type', `const it = <string>('a' as string)!;`, 'a'],
    ['a variable that never changes', `let login = 'login'; const it = login;`, 'login'],
    ['the nearest of two names', `const a = 'far'; function f() { const a = 'near'; const it = a; }`, 'near'],
  ];

  test.each(cases)('%s', (_case, code, ...[text, files = {}]) => {
    expect(textOf(code, { 'src/paths.ts': paths, ...files })).toEqual({ text });
  });
});

describe('constantText says what is not known, and what stands in front of it', () => {
  const cases: [string, string, string, string][] = [
    ['a call', `const it = compute();`, '', 'compute() is computed.'],
    ['a template', 'const it = `/login?to=${location.href}`;', '/login?to=', 'location.href'],
    ['a sum', `declare const id: string; const it = '/user/' + id;`, '/user/', 'id has no initial value'],
    ['a package', `import { P } from 'paths'; const it = P.login;`, '', 'P.login comes from paths'],
    ['a missing file', `import { P } from './gone'; const it = P;`, '', './gone is not a file of this app'],
    ['a missing member', `enum P { A = 'a' } const it = P.B;`, '', 'P.B'],
    ['an enum of numbers', `enum P { A } const it = P.A;`, '', 'computed'],
    ['a choice', `const it = isDev ? 'a' : 'b';`, '', 'computed'],
    ['a circle of constants', `const a = b; const b = a; const it = a;`, '', 'circle'],
    ['a circle of members', 'const P = { a: `${P.b}`, b: `${P.a}` }; const it = P.a;', '', 'circle'],
    [
      'a circle with branches',
      'const P = { a: `${P.b}${P.b}`, b: `${P.a}${P.a}` }; const it = P.a + P.b;',
      '',
      'circle',
    ],
    ['a circle of functions', `const f = () => f(); const it = f();`, '', 'circle'],
    ['a variable that changes', `let a = 'a'; a = 'b'; const it = a;`, '', 'other values later'],
    ['a parameter', `const f = (a: string) => { const it = a; };`, '', 'not declared'],
  ];

  test.each(cases)('%s', (_case, code, ...[text, reason]) => {
    const found = textOf(code);
    expect(found).toMatchObject({ text, unknown: { path: 'src/main.ts', line: 1 } });
    expect(found.unknown?.reason).toContain(reason);
  });
});

function all(barrel: string): Files {
  return { 'src/all.ts': barrel };
}
