import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../../src/options/catalog/config-file.ts';
import { catalog } from '../../../src/options/catalog/catalog.ts';
import type { Options, Written } from '../../../src/options/options.ts';
import { groups } from '../../../src/options/option.ts';
import {
  back,
  type Answer,
  type Asker,
  type ChoiceQuestion,
  type LineQuestion,
  type SelectionQuestion,
} from '../../../src/resolve/prompt/asker.ts';
import { conductInterview } from '../../../src/resolve/prompt/conduct-interview.ts';
import { Interview } from '../../../src/resolve/prompt/interview.ts';
import { promptSource } from '../../../src/resolve/read-environment.ts';
import { readSources, type WrittenSources } from '../../../src/resolve/read-sources.ts';
import { replayCommand } from '../../../src/resolve/replay.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import type { Project } from '../../../src/model/project.ts';
import { anyOptions, appRoutes } from '../../support/any-options.ts';
import { fakeProject } from '../../support/fake-project.ts';

type Question = ChoiceQuestion | SelectionQuestion | LineQuestion;

type Answers = (title: string) => string | readonly string[] | undefined;

/** Answers by title; a question it has no answer for is answered with Enter. A refused answer is an error. */
class ScriptedAsker implements Asker {
  readonly asked: Question[] = [];
  readonly #answers: Answers;
  /** Of the menu: these groups with all that is in them, one after the other. */
  readonly #visits: readonly string[];
  readonly #visited = new Set<string>();

  constructor(answers: Answers = () => undefined, visits: readonly string[] = []) {
    this.#answers = answers;
    this.#visits = visits;
  }

  get titles(): string[] {
    return this.asked.map(({ title }) => title);
  }

  choose(question: ChoiceQuestion): Promise<Answer<string>> {
    const isMenu = question.title === menu || Object.values<string>(groups).includes(question.title);
    if (isMenu) return Promise.resolve(this.#next(question));
    this.asked.push(question);
    const answer = this.#answers(question.title) ?? question.current;
    if (question.choices.some(({ value }) => value === answer)) return Promise.resolve(String(answer));
    throw new Error(`${question.title}: ${String(answer)} is not offered`);
  }

  select(question: SelectionQuestion): Promise<Answer<readonly string[]>> {
    this.asked.push(question);
    const wanted = this.#answers(question.title) ?? question.current;
    const values = question.choices.map(({ value }) => value).filter((value) => wanted.includes(value));
    return Promise.resolve(accepted(question.title, values, question.problemWith(values)));
  }

  line(question: LineQuestion): Promise<Answer<string>> {
    this.asked.push(question);
    const answer = this.#answers(question.title) ?? question.current;
    // As a person types "nothing", and as Enter on an empty line is understood.
    const typed = answer === '' && question.current !== '' ? '-' : String(answer);
    return Promise.resolve(accepted(question.title, typed, question.problemWith(typed)));
  }

  say(): void {
    // Nobody is there.
  }

  #next({ title, choices }: ChoiceQuestion): string {
    const offered = choices.map(({ value }) => value).filter((value) => value !== 'done');
    const wanted = title === menu ? offered.filter((value) => this.#visits.includes(value)) : offered;
    const next = wanted.find((value) => !this.#visited.has(value)) ?? 'done';
    this.#visited.add(next);
    return next;
  }

  close(): void {
    // Nothing was opened.
  }
}

function accepted<T>(title: string, answer: T, problem: string | undefined): T {
  if (problem === undefined) return answer;
  throw new Error(`${title}: ${problem}`);
}

const signIn = 'Where users sign in';
const generate = 'Generate a new login page';
const guarded = 'Which pages need a signed-in user?';
const origins = 'Which servers get the user’s token?';
const menu = 'What do you want to change?';
const everything = ['vault', 'session', 'routes', 'prompts', 'code', 'ios'];

/** What is asked for an option. */
const titleOf = ({ question, help }: { readonly question?: string; readonly help: string }): string => question ?? help;

/** Asks for everything and answers with the options that are wanted. */
function wanting(options: Options): ScriptedAsker {
  return new ScriptedAsker((title) => {
    if (title.startsWith('Other origins')) return options.apiOrigins.join(',');
    if (title === signIn) return generate;
    if (title === 'Path of the new login page') return options.loginPath;
    const option = catalog.find((one) => titleOf(one) === title)!;
    if (option.key === 'guardedRoutes' || option.key === 'apiOrigins') return options[option.key];
    return option.kind.print(options[option.key]);
  }, everything);
}

interface Given extends Partial<WrittenSources> {
  /** The plan was shown already. */
  readonly isAgain?: boolean;
}

async function interview(
  inspected: Project,
  asker: Asker,
  { isAgain = false, ...texts }: Given = {},
): Promise<[Written, Options]> {
  const app = withConfig(inspected, texts.config);
  const sources = readSources({ flags: {}, env: {}, ...texts });
  const talk = new Interview(resolve(sources, app), app);
  await conductInterview(asker, talk, isAgain);
  return [talk.written, resolve({ ...sources, prompt: promptSource(talk.written) }, app).options];
}

/** An app that was set up with this configuration. */
function withConfig(app: Project, configText: string | undefined): Project {
  return configText === undefined ? app : { ...app, setup: { ...app.setup, configText } };
}

/** All that can be changed is asked for. */
const again = { isAgain: true };

describe('answers', () => {
  test('Enter all the way says nothing', async () => {
    const asker = new ScriptedAsker();
    expect((await interview(fakeProject(), asker))[0]).toEqual({});
    expect(asker.titles).toEqual(catalog.filter(({ ask, auth }) => ask === 'first' && auth !== 'oidc').map(titleOf));
  });

  test('Enter keeps a current value that is a dash', async () => {
    const keep = new ScriptedAsker(undefined, everything);
    const config = '{"androidPromptSubtitle": "-"}';
    expect((await interview(fakeProject(), keep, { ...again, config }))[0]).toEqual({});
    expect(keep.titles).toContain('Subtitle of Android’s biometric prompt');
  });

  test('property: Enter all the way keeps any configuration', async () => {
    const app = fakeProject({ routes: appRoutes });
    await fc.assert(
      fc.asyncProperty(anyOptions, async (options) => {
        const keep = new ScriptedAsker(undefined, everything);
        const values = Object.fromEntries(
          catalog.filter(({ inConfig }) => inConfig).map(({ key, kind }) => [key, kind.toJson(options[key])]),
        );
        const [written, result] = await interview(app, keep, { ...again, config: JSON.stringify(values) });
        expect(written).toEqual({});
        expect({ ...result, packageManager: options.packageManager }).toEqual(options);
      }),
      { numRuns: 30 },
    );
  });

  test('property: any options can be answered, and only what differs is returned', async () => {
    const app = fakeProject({ routes: appRoutes });
    await fc.assert(
      fc.asyncProperty(anyOptions, async (options) => {
        const asker = wanting(options);
        const [written, result] = await interview(app, asker, again);
        const askedKeys = catalog.filter((one) => asker.titles.includes(titleOf(one))).map(({ key }) => key);
        for (const key of [...askedKeys, 'loginPath' as const]) {
          // Offered in an order of their own: those that are selected first.
          const inOrder = (value: unknown): unknown =>
            key === 'guardedRoutes' ? [...(value as string[])].sort() : value;
          expect({ [key]: inOrder(result[key]) }).toEqual({ [key]: inOrder(options[key]) });
        }
        const before = resolve(readSources({ flags: {}, env: {} }), app).options;
        for (const key of Object.keys(written)) {
          const fewer = Object.fromEntries(Object.entries(written).filter(([other]) => other !== key));
          expect(resolve({ prompt: promptSource(fewer) }, app, { isDraft: true }).options).not.toEqual(result);
        }
        expect(result.project).toBe(before.project);
      }),
      { numRuns: 30 },
    );
  });

  test('a value that was shown stays, also where its default would move with a later answer', async () => {
    const app = fakeProject({ routes: [['', 'home'], 'home', 'tabs'] });
    const asker = new ScriptedAsker(
      (title) => (title === 'Path users come to after signing in' ? 'tabs' : undefined),
      ['routes'],
    );
    const talk = new Interview(resolve(readSources({ flags: {}, env: {} }), app), app);
    await conductInterview(asker, talk, false);
    await conductInterview(asker, talk, true);
    const { written } = talk;
    const { homePath, guardedRoutes } = talk.current.options;
    expect({ homePath, guardedRoutes }).toEqual({ homePath: 'tabs', guardedRoutes: ['home'] });
    expect(Object.keys(written).sort()).toEqual(['guardedRoutes', 'homePath']);
  });
});

describe('a single -', () => {
  const titles = { filled: 'Button that leaves', optional: 'Subtitle of' };
  /** What is typed for a question of the prompts group; Enter for all others. */
  const typing = (start: string, typed: string): ScriptedAsker =>
    new ScriptedAsker((title) => (title.startsWith(start) ? typed : undefined), ['prompts']);

  test.each([
    {
      name: 'is a text like any other where there has to be one',
      start: titles.filled,
      subtitle: '',
      key: 'androidPromptNegativeButtonText',
      value: '-',
    },
    {
      name: 'is a text where there is none yet',
      start: titles.optional,
      subtitle: '',
      key: 'androidPromptSubtitle',
      value: '-',
    },
    { name: 'takes a text away', start: titles.optional, subtitle: 'Bank', key: 'androidPromptSubtitle', value: '' },
    { name: 'is kept by Enter', start: titles.optional, subtitle: '-', key: 'androidPromptSubtitle', value: '-' },
  ] as const)('$name', async ({ start, subtitle, key, value }) => {
    const config = JSON.stringify({ androidPromptSubtitle: subtitle });
    const [, options] = await interview(fakeProject(), typing(start, '-'), { ...again, config });
    expect(options[key]).toBe(value);
  });
});

describe('questions', () => {
  test('what the command line, the environment or the answers file said is not asked', async () => {
    const asker = new ScriptedAsker(undefined, everything);
    await interview(fakeProject(), asker, {
      ...again,
      flags: { authMode: 'PasscodeOnly' },
      env: { IDENTITY_VAULT_LOCK_AFTER: '1000' },
      answers: parseAnswers('{ "session": [] }', 'answers.json'),
      config: '{ "hideScreenOnBackground": false }',
    });
    const helps = new Map(catalog.map((one) => [one.key, titleOf(one)]));
    expect(asker.titles).not.toContain(helps.get('authMode'));
    expect(asker.titles).not.toContain(helps.get('lockAfter'));
    expect(asker.titles).not.toContain(helps.get('session'));
    expect(asker.asked.find(({ title }) => title === helps.get('hideScreenOnBackground'))?.current).toBe('false');
  });

  test.each([
    { authMode: 'SecureStorage', absent: ['lockAfter', 'unlockOnAccess', 'passcodePrompt', 'iosPromptText'] },
    { authMode: 'InMemoryOnly', absent: ['restoreSessionOnReady', 'unlockOnReady', 'passcodePrompt'] },
    { authMode: 'PasscodeOnly', absent: ['allowSystemPinFallback', 'androidPromptTitle', 'iosPromptText'] },
    { authMode: 'BiometricOnly', absent: ['passcodePrompt', 'shouldClearVaultAfterTooManyFailedAttempts'] },
  ])('$authMode: nothing is asked that would change nothing', async ({ authMode, absent }) => {
    const all = new ScriptedAsker(undefined, everything);
    await interview(fakeProject(), all, { ...again, config: JSON.stringify({ authMode }) });
    const keys: string[] = catalog.filter((one) => all.titles.includes(titleOf(one))).map(({ key }) => key);
    expect(keys.filter((key) => absent.includes(key))).toEqual([]);
    expect(keys).toContain('authMode');
  });

  test('origins of the app are offered and not selected; those in use are', async () => {
    const app = fakeProject({
      apiOrigins: [{ origin: 'https://a.example.com', keys: ['api'] }, 'https://b.example.com', 'https://x.auth0.com'],
    });
    const asker = new ScriptedAsker(undefined, ['session']);
    await interview(app, asker, { config: '{ "apiOrigins": ["https://b.example.com"] }' });
    expect(asker.asked.find(({ title }) => title === origins)).toMatchObject({
      choices: [
        { value: 'https://b.example.com', name: 'https://b.example.com' },
        { value: 'https://a.example.com', name: 'https://a.example.com (api)' },
        { name: 'Another server' },
      ],
      current: ['https://b.example.com'],
    });
    expect(asker.titles).not.toContain('Other origins that get the token');
    const other = { [origins]: [' other'], 'Other origins that get the token': 'https://c.example.com/' };
    const [written] = await interview(app, new ScriptedAsker((title) => other[title as keyof typeof other]));
    expect(resolve({ prompt: promptSource(written) }, app).options.apiOrigins).toEqual(['https://c.example.com']);
  });

  test('the only origin of the app is asked for by name, and not taken by Enter', async () => {
    const app = fakeProject({ apiOrigins: ['https://a.example.com'] });
    const title = `${origins} Use https://a.example.com?`;
    const answered = async (answers: Answers): Promise<readonly string[]> =>
      (await interview(app, new ScriptedAsker(answers)))[1].apiOrigins;
    expect(await answered(() => undefined)).toEqual([]);
    expect(await answered((asked) => (asked === title ? 'https://a.example.com' : undefined))).toEqual([
      'https://a.example.com',
    ]);
  });

  test('going back asks the question before once more, with the answer it had', async () => {
    const asked: string[] = [];
    const asker = new ScriptedAsker((title) => (title.startsWith('How do people') ? 'PasscodeOnly' : undefined));
    const [choose, select, line] = [asker.choose.bind(asker), asker.select.bind(asker), asker.line.bind(asker)];
    asker.choose = (question) => {
      asked.push(`${question.title} ${question.current}`);
      expect(question.canGoBack).toBe(false);
      return choose(question);
    };
    asker.line = (question) => {
      asked.push(question.title);
      return asked.length === 2 ? Promise.resolve(back) : line(question);
    };
    asker.select = (question) => {
      asked.push(question.title);
      return asked.length === 5 ? Promise.resolve(back) : select(question);
    };
    const [written] = await interview(fakeProject({ routes: ['home'] }), asker);
    expect(asked).toEqual([
      'How do people unlock the app? BiometricAndPasscode',
      origins,
      'How do people unlock the app? PasscodeOnly',
      origins,
      guarded,
      origins,
      guarded,
    ]);
    expect(written).toEqual({ authMode: 'PasscodeOnly' });
  });

  test('only routes with a page, for people who are signed in, can be guarded', async () => {
    const asker = new ScriptedAsker();
    await interview(fakeProject({ routes: [['', 'home'], 'home', 'signup', 'folder/:id', '**'] }), asker);
    const question = asker.asked.find(({ title }) => title === guarded) as SelectionQuestion;
    expect(question.choices.map(({ value }) => value)).toEqual(['home', 'folder/:id']);
  });

  test('an answer is refused for what it says and for what it does to the others', async () => {
    const problems: string[] = [];
    const asker = new ScriptedAsker(undefined, ['routes', 'code']);
    asker.line = (question) => {
      const bad = { 'Path of the unlock page': 'login', 'Name of the guard': 'guard-1' }[question.title];
      if (bad !== undefined) problems.push(question.problemWith(bad) ?? 'none');
      return Promise.resolve(question.current);
    };
    await interview(fakeProject(), asker, again);
    expect(problems).toEqual([
      expect.stringContaining('"login" already') as string,
      expect.stringContaining('camelCase, like authGuard') as string,
    ]);
  });
});

describe('where users sign in', () => {
  const byName = fakeProject({ routes: [['', 'home'], 'home', 'login', 'connexion'] });
  const computed = { path: 'src/app/app.routes.ts', line: 4, reason: 'it is computed' };
  const unknown = fakeProject({ routes: [['', 'home'], 'home'], unknownPaths: [computed] });
  const lost = fakeProject({ lost: true });
  const answering =
    (answers: Readonly<Record<string, string | readonly string[]>>) =>
    (title: string): string | readonly string[] | undefined =>
      answers[title];

  /** The values that an interview and the command that repeats it give. */
  async function told(
    app: Project,
    answers: Readonly<Record<string, string | readonly string[]>>,
    texts: Partial<WrittenSources> = {},
  ): Promise<{ readonly options: Options; readonly replay: string; readonly left: number }> {
    const sources = readSources({ flags: {}, env: {}, ...texts });
    const asker = new ScriptedAsker(answering(answers));
    const talk = new Interview(resolve(sources, app), app);
    await conductInterview(asker, talk, false);
    const resolved = resolve({ ...sources, prompt: promptSource(talk.written) }, app);
    return { options: resolved.options, replay: replayCommand(resolved), left: resolved.unanswered.length };
  }

  test('is asked before the routes where the app leaves it open, and not where it says so', async () => {
    const asker = new ScriptedAsker();
    await interview(byName, asker);
    expect(asker.titles.slice(-2)).toEqual([signIn, guarded]);
    const surely = new ScriptedAsker();
    const guards = [{ text: 'authGuard', id: 'authGuard', when: 'canActivate', sendsTo: ['login'] }] as const;
    await interview(fakeProject({ routes: ['login', { path: 'home', guards }] }), surely);
    expect(surely.titles).not.toContain(signIn);
  });

  test('can be changed, also where the app says so', async () => {
    for (const app of [byName, fakeProject({ routes: ['home'] })]) {
      const asker = new ScriptedAsker(undefined, ['routes']);
      await interview(app, asker, again);
      expect(asker.titles.filter((title) => title === signIn)).toHaveLength(1);
      expect(asker.titles).toContain('Path of the unlock page');
    }
  });

  test.each([
    { flags: { loginPath: 'connexion' } },
    { flags: { loginPage: 'generate', loginPath: 'enter' } },
    { env: { IDENTITY_VAULT_LOGIN_PATH: 'login' } },
    { answers: parseAnswers('{ "loginPath": "login" }', 'answers.json') },
  ])('is not asked when it was said: %j', async (texts) => {
    const asker = new ScriptedAsker();
    await interview(byName, asker, texts);
    expect(asker.titles).not.toContain(signIn);
  });

  test('what was said of it is not taken back by an answer', async () => {
    const asker = new ScriptedAsker();
    await interview(byName, asker, { flags: { loginPage: 'existing' } });
    const question = asker.asked.find(({ title }) => title === signIn) as ChoiceQuestion;
    expect(question.choices.map(({ name }) => name)).toEqual(['login', 'connexion', 'home']);
    const generating = new ScriptedAsker(undefined, ['routes']);
    await interview(fakeProject({ routes: ['home'] }), generating, { ...again, flags: { loginPage: 'generate' } });
    expect(generating.titles).not.toContain(signIn);
    expect(generating.titles).toContain('Path of the new login page');
  });

  const rows = [
    { case: 'Enter', app: byName, answers: {}, page: 'existing', path: 'login', flags: ['--login-path=login'] },
    {
      case: 'another page of the app',
      app: byName,
      answers: { [signIn]: 'connexion' },
      page: 'existing',
      path: 'connexion',
      flags: ['--login-path=connexion'],
    },
    {
      case: 'a new page beside the one of the app',
      app: byName,
      answers: { [signIn]: generate },
      page: 'generate',
      path: 'sign-in',
      flags: ['--login-path=sign-in'],
    },
    {
      case: 'a new page in the usual place, though the app has its own elsewhere',
      app: fakeProject({ routes: ['home', 'connexion', 'sign-in'] }),
      answers: { [signIn]: generate },
      page: 'generate',
      path: 'login',
      flags: ['--login-path=login'],
    },
    {
      case: 'Enter, beside paths that are unknown',
      app: unknown,
      answers: {},
      page: 'generate',
      path: 'login',
      flags: ['--login-path=login'],
    },
    {
      case: 'a page that could not be read',
      app: unknown,
      answers: { [signIn]: 'Another page of the app', 'Path of the sign-in page': '/account/enter' },
      page: 'existing',
      path: 'account/enter',
      flags: ['--login-page=existing', '--login-path=account/enter'],
    },
    {
      case: 'a page of an app whose routes are not known',
      app: lost,
      answers: { [signIn]: 'Another page of the app', 'Path of the sign-in page': 'door' },
      page: 'existing',
      path: 'door',
      flags: ['--login-page=existing', '--login-path=door'],
    },
  ];

  test.each(rows)('$case: the command that repeats the run says so', async ({ app, answers, page, path, flags }) => {
    const { options, replay, left } = await told(app, answers);
    expect(options).toMatchObject({ loginPage: page, loginPath: path });
    expect(left).toBe(0);
    expect(replay.split(' ').filter((word) => word.startsWith('--login'))).toEqual(flags);
    const said = Object.fromEntries(
      flags.map((flag) => [flag.startsWith('--login-page') ? 'loginPage' : 'loginPath', flag.split('=')[1]]),
    );
    const again = resolve(readSources({ flags: said, env: {} }), app);
    expect(again.options).toEqual(options);
    expect(again.unanswered).toEqual([]);
  });

  test.each(rows)('a second run shows it, and Enter keeps it: $case', async ({ app, answers }) => {
    const { options } = await told(app, answers);
    const values = catalog.filter(({ inConfig }) => inConfig).map(({ key, kind }) => [key, kind.toJson(options[key])]);
    const config = JSON.stringify(Object.fromEntries(values));
    const enter = new ScriptedAsker();
    expect(await interview(app, enter, { config })).toEqual([{}, options]);
    expect(enter.titles).toEqual([]);
    const asker = new ScriptedAsker(undefined, ['routes']);
    expect(await interview(app, asker, { config })).toEqual([{}, options]);
    expect(asker.titles).toContain(signIn);
  });

  test('no routes to guard is an answer, where some could not be read', async () => {
    const app = fakeProject({ routes: [['', 'welcome'], 'welcome', 'about-us'], unknownPaths: [computed] });
    const { options, replay, left } = await told(app, { [guarded]: [] });
    expect(options.guardedRoutes).toEqual([]);
    expect(left).toBe(0);
    expect(replay).toContain('--guarded-routes=');
  });
});

describe('routes to guard', () => {
  test('Enter keeps those below others', async () => {
    const enter = new ScriptedAsker(undefined, ['routes']);
    const app = fakeProject({ routes: [['', 'tabs'], { path: 'tabs', children: ['', 'cart', 'list'] }] });
    const config = '{ "guardedRoutes": ["tabs/list", "tabs/cart"] }';
    expect(await interview(app, enter, { config })).toMatchObject([{}, { guardedRoutes: ['tabs/list', 'tabs/cart'] }]);
  });

  test('what was found is selected', async () => {
    const guards = [{ text: 'authGuard', id: 'authGuard', when: 'canActivate', sendsTo: ['login'] }] as const;
    const asker = new ScriptedAsker();
    await interview(
      fakeProject({ routes: ['login', { path: 'home', guards }, 'about', { path: 'me', guards }] }),
      asker,
    );
    expect(asker.asked.find(({ title }) => title === guarded)).toMatchObject({
      choices: [{ value: 'home' }, { value: 'me' }, { value: 'about' }],
      current: ['home', 'me'],
    });
  });
});
