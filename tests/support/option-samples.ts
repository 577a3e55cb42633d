import type { Kind } from '../../src/options/kinds.ts';
import type { AngularOptions } from '../../src/frameworks/angular/angular-options.ts';
import { catalog } from '../../src/options/catalog/catalog.ts';

/** Values of one option: such as it takes, and such as it refuses. */
export interface Samples {
  /** Typed texts and what they mean, as JSON. */
  readonly typed: readonly (readonly [text: string, json: unknown])[];
  readonly badTyped: readonly string[];
  readonly badJson: readonly unknown[];
}

/** What is known of an option's kind without its code: its name, and its part of the schema. */
export type Described = Pick<Kind<unknown>, 'name' | 'schema'>;

/** Samples for any kind: a new option needs none of its own. A pattern that says more than most has some below. */
export function samplesFor({ name, schema }: Described): Samples {
  switch (name) {
    case 'boolean':
      return yesOrNo;
    case 'choice':
      return choices(schema['enum'] as readonly string[]);
    case 'integer':
      return integers(Number(schema['minimum']), Number(schema['maximum']));
    case 'text':
      return byPattern().get(String(schema['pattern'])) ?? texts(new RegExp(String(schema['pattern']), 'u'));
    case 'list': {
      const { pattern } = schema['items'] as { readonly pattern: string };
      return byPattern().get(`list of ${pattern}`) ?? lists(texts(new RegExp(pattern, 'u')));
    }
    case 'fields':
      return fields;
  }
}

const yesOrNo: Samples = {
  typed: [
    ['true', true],
    ['1', true],
    ['YES', true],
    ['false', false],
    ['0', false],
    ['no', false],
  ],
  badTyped: ['', 'on', '2'],
  badJson: ['true', 1, null],
};

function choices(values: readonly string[]): Samples {
  const [first = ''] = values;
  return {
    typed: [...values.map((value) => [value, value] as const), [` ${first} `, first]],
    badTyped: ['', 'other', `${values.join(',')},`],
    badJson: [` ${first}`, [first], 0, null],
  };
}

function integers(least: number, most: number): Samples {
  return {
    typed: [
      [String(least), least],
      ['5000', 5000],
      [' 7 ', 7],
      [String(most), most],
    ],
    badTyped: ['', String(least - 1), '1.5', '5 weeks', '1e3', 'NaN', 'Infinity', String(most + 1), '0x10'],
    badJson: ['5000', least - 1, 1.5, null, most + 1, Number.NaN],
  };
}

/** Texts of all sorts, of which a pattern takes some and refuses others. */
const pool = [
  ...[
    '',
    'a',
    'A',
    'name',
    'Name',
    'a-1',
    'a.b',
    'com.example.app',
    'a/b',
    'v1.2.3',
    '1',
    '42',
    '#fff',
    'a b',
    'en-GB',
  ],
  ...['https://a.example', 'user@a.example', '--yes', ' x', '../x', 'Schlüssel 🔑', "it's", '${x}', '*', 'two\nlines'],
];

/** Of a pattern without samples of its own: what it says of the {@link pool}. */
function texts(pattern: RegExp): Samples {
  const good = pool.filter((text) => pattern.test(text));
  const bad = pool.filter((text) => !pattern.test(text) && !pattern.test(text.trim()));
  if (good.length === 0 || bad.length === 0) throw new Error(`${pattern.source} needs samples of its own.`);
  return { typed: good.map((text) => [text, text]), badTyped: bad, badJson: [1, null, ['a']] };
}

function lists({ typed, badTyped }: Samples): Samples {
  const items = typed
    .map(([text]) => text)
    .filter((text) => text !== '' && text === text.trim() && !text.includes(','));
  const [first = ''] = items;
  return {
    typed: [
      ['', []],
      [first, [first]],
      [items.join(', '), items],
      [`${first},${first}`, [first]],
    ],
    badTyped: badTyped.filter((text) => text.trim() === text && text !== ''),
    badJson: [first, [first, first], [1], null],
  };
}

const line: Samples = {
  typed: [
    ['', ''],
    ['Ünïcode “text” 👩‍👩‍👧', 'Ünïcode “text” 👩‍👩‍👧'],
    ["it's $HOME `x`", "it's $HOME `x`"],
  ],
  badTyped: ['two\nlines', 'a\u2028b', 'a\u0000b', '\ud800', '\uffff'],
  badJson: [1, null, ['a']],
};
const filled: Samples = { ...line, typed: line.typed.slice(1), badTyped: [...line.badTyped, '', ' '] };
const typeName: Samples = {
  typed: [
    ['Identity', 'Identity'],
    ['X9', 'X9'],
  ],
  badTyped: [
    ...['', 'identity', 'Id-entity', '9X', 'Ünicode', 'A B', 'Promise', 'LoginPage', 'IonicIdentityVaultUser', 'A;B'],
  ],
  badJson: [1, null],
};
const valueName: Samples = {
  typed: [
    ['gate', 'gate'],
    ['x9', 'x9'],
  ],
  badTyped: ['', 'Gate', 'a-b', '9x', 'class', 'await', 'of', 'inject', 'a.b', 'eval'],
  badJson: [1, null],
};
const path: Samples = {
  typed: [
    ['account/login', 'account/login'],
    ['/login/', 'login'],
  ],
  badTyped: ['', 'a b', ':id', '**', 'a//b', "a'b", '../x?y', 'a#b'],
  badJson: ['/login', 'login/', 1, null],
};
const loginPath: Samples = {
  ...path,
  typed: [...path.typed, ['', ''], ['/', '']],
  badTyped: path.badTyped.filter((text) => text !== ''),
};
const pagePath: Samples = {
  ...path,
  typed: [...path.typed, ['', ''], ['/', '']],
  badTyped: ['a b', ':id', '**', 'a?b', 'a#b', "a'b"],
  badJson: ['/home', 1, null],
};
const word: Samples = {
  typed: ['my-app', '@scope/app', 'file:../vault.tgz', 'capacitor-identity-vault@^1'].map((text) => [text, text]),
  badTyped: ['', 'a b', '--yes', '--global', ' x'],
  badJson: [1, null],
};
const folder: Samples = {
  typed: [
    ['src/app/identity', 'src/app/identity'],
    ['./src/app/identity/', 'src/app/identity'],
    ['src\\app\\identity', 'src/app/identity'],
    ['src/@app/my.identity', 'src/@app/my.identity'],
  ],
  badTyped: [
    ...['', '/src/app', '../src', 'src/../../etc', 'src/./app', 'src//app', 'C:/src', 'src/a b', 'src/..', '.', '..'],
  ],
  badJson: ['src/app/', './src', 1, null],
};
const routePaths: Samples = {
  typed: [
    ['', []],
    ['home', ['home']],
    ['/, /home,folder/:id', ['', 'home', 'folder/:id']],
    ['home,home', ['home']],
  ],
  badTyped: ['a b', '**', "a'b", 'a?b'],
  badJson: ['home', ['/home'], ['home', 'home'], [1], null, ['a,b']],
};
const origins: Samples = {
  typed: [
    ['', []],
    ['https://api.example.com', ['https://api.example.com']],
    [
      'https://API.example.com/, http://localhost:3000,https://a.example:8443',
      ['https://api.example.com', 'http://localhost:3000', 'https://a.example:8443'],
    ],
    ['https://a.example,https://a.example', ['https://a.example']],
    ['https://a.example:443', ['https://a.example']],
  ],
  badTyped: [
    ...['api.example.com', 'http://api.example.com', 'https://api.example.com/v1', 'https://user@api.example.com'],
    ...['https://*.example.com', 'capacitor://localhost', 'null', '*', 'https://', 'http://localhost.evil.example'],
    ...['https://a.example?x', 'https://a.example#x', 'javascript:alert(1)', 'file:///etc', 'https://a.example\\b'],
  ],
  badJson: [
    ...['https://a.example', ['https://a.example/'], ['https://A.example'], ['https://a.example:443']],
    ...[['https://a,https://b'], ['https://a', 'https://a'], null, [null]],
  ],
};
const loginUrl: Samples = {
  typed: [
    ['/login', '/login'],
    [' /v1/sessions?by=app ', '/v1/sessions?by=app'],
    ['https://api.example.com/auth/login', 'https://api.example.com/auth/login'],
    ['http://localhost:3000/login', 'http://localhost:3000/login'],
  ],
  badTyped: [
    ...['', 'login', '//evil.example/login', 'http://api.example.com/login', 'https://api.example.com', '/a b'],
    ...['https://user@api.example.com/', 'javascript:alert(1)', "/a'b", '/a\\b', '/#/login', 'https://a.example\\@b/'],
  ],
  badJson: [' /login', 1, null, ['/login']],
};
const refreshUrl: Samples = {
  typed: [['', ''], ['/oauth/refresh', '/oauth/refresh'], ...loginUrl.typed],
  badTyped: loginUrl.badTyped.filter((typed) => typed !== ''),
  badJson: loginUrl.badJson,
};
const expiryField: Samples = {
  typed: [
    ['', ''],
    ['expires_in', 'expires_in'],
    [' expiresIn ', 'expiresIn'],
  ],
  badTyped: ['a-b', 'a.b', '__proto__', '9a', 'a b', "a'b"],
  badJson: [' expires_in', 1, null, ['expires_in']],
};
const answerField: Samples = {
  typed: [
    ['access_token', 'access_token'],
    [' jwt ', 'jwt'],
  ],
  badTyped: ['', 'a-b', 'a.b', '__proto__', '9a', 'a b', "a'b"],
  badJson: [' token', 1, null, ['token']],
};
const loginFields: Samples = {
  typed: [
    ['', []],
    ['username:email, password', ['username:email', 'password']],
    ['password:pass_phrase,username: login', ['password:pass_phrase', 'username:login']],
  ],
  badTyped: ['email', 'username:', 'username:a-b', 'username:__proto__', 'token:x', 'username:a:b'],
  badJson: ['username', ['username', 'username'], ['username: email'], [1], null],
};
const fields: Samples = {
  typed: [
    ['', []],
    ['email:string', ['email:string']],
    ['email: string, ages :number[],ok:boolean', ['email:string', 'ages:number[]', 'ok:boolean']],
  ],
  badTyped: [
    ...['email', 'email:text', 'email:String', 'username:string', 'token:string', '__proto__:string', 'a-b:string'],
    ...['a:string,a:number', '9a:string', 'a:string[][]'],
  ],
  badJson: [
    ...['email:string', [1], ['email: string'], [{ name: 'email', type: 'string' }], ['a:string', 'a:string'], null],
  ],
};

/** Patterns that are worth more than the pool, each named by an option that has it. */
const special: Partial<Record<keyof AngularOptions, Samples>> = {
  androidPromptSubtitle: line,
  androidPromptTitle: filled,
  serviceName: typeName,
  guardName: valueName,
  loginPath,
  homePath: pagePath,
  project: word,
  codeDir: folder,
  guardedRoutes: routePaths,
  apiOrigins: origins,
  loginUrl,
  loginFields,
  tokenField: answerField,
  expiryField,
  refreshUrl,
};

let known: ReadonlyMap<string, Samples> | undefined;

function byPattern(): ReadonlyMap<string, Samples> {
  known ??= new Map(
    catalog.flatMap(({ key, kind }) => {
      const samples = special[key];
      return samples === undefined ? [] : [[patternOf(kind), samples] as const];
    }),
  );
  return known;
}

function patternOf({ name, schema }: Described): string {
  if (name !== 'list') return String(schema['pattern']);
  return `list of ${(schema['items'] as { readonly pattern: string }).pattern}`;
}
