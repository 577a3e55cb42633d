import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../../src/options/catalog/config-file.ts';
import { catalog } from '../../../src/options/catalog/catalog.ts';
import type { Options, Written } from '../../../src/options/options.ts';
import type { Asker, ChoiceQuestion, LineQuestion, SelectionQuestion } from '../../../src/resolve/prompt/asker.ts';
import { conductInterview } from '../../../src/resolve/prompt/conduct-interview.ts';
import { promptSource } from '../../../src/resolve/read-environment.ts';
import { readSources, type WrittenSources } from '../../../src/resolve/read-sources.ts';
import { resolve } from '../../../src/resolve/resolve.ts';
import type { Project } from '../../../src/model/project.ts';
import { anyOptions, appRoutes } from '../../support/any-options.ts';
import { fakeProject } from '../../support/fake-project.ts';

type Question = ChoiceQuestion | SelectionQuestion | LineQuestion;

/** Answers by title; a question it has no answer for is answered with Enter. A refused answer is an error. */
class ScriptedAsker implements Asker {
  readonly asked: Question[] = [];
  readonly #answers: (title: string) => string | readonly string[] | undefined;

  constructor(answers: (title: string) => string | readonly string[] | undefined = () => undefined) {
    this.#answers = answers;
  }

  get titles(): string[] {
    return this.asked.map(({ title }) => title);
  }

  choose(question: ChoiceQuestion): Promise<string> {
    this.asked.push(question);
    const answer = this.#answers(question.title) ?? question.current;
    if (question.choices.some(({ value }) => value === answer)) return Promise.resolve(String(answer));
    throw new Error(`${question.title}: ${String(answer)} is not offered`);
  }

  select(question: SelectionQuestion): Promise<readonly string[]> {
    this.asked.push(question);
    const wanted = this.#answers(question.title) ?? question.current;
    const values = question.choices.map(({ value }) => value).filter((value) => wanted.includes(value));
    return Promise.resolve(accepted(question.title, values, question.problemWith(values)));
  }

  line(question: LineQuestion): Promise<string> {
    this.asked.push(question);
    const answer = this.#answers(question.title) ?? question.current;
    // As a person types "nothing", and as Enter on an empty line is understood.
    const typed = answer === '' && question.current !== '' ? '-' : String(answer);
    return Promise.resolve(accepted(question.title, typed, question.problemWith(typed)));
  }

  say(): void {
    // Nobody is there.
  }

  heading(): void {
    // Nobody is there.
  }

  close(): void {
    // Nothing was opened.
  }
}

function accepted<T>(title: string, answer: T, problem: string | undefined): T {
  if (problem === undefined) return answer;
  throw new Error(`${title}: ${problem}`);
}

const menu = 'What do you want to change?';
const everything = ['vault', 'routes', 'prompts', 'code', 'ios'];

/** Asks for everything and answers with the options that are wanted. */
function wanting(options: Options): ScriptedAsker {
  return new ScriptedAsker((title) => {
    if (title === 'Customise more?') return 'yes';
    if (title === menu) return everything;
    if (title.startsWith('Other origins')) return options.apiOrigins.join(',');
    const option = catalog.find(({ help }) => help === title)!;
    if (option.key === 'guardedRoutes' || option.key === 'apiOrigins') return options[option.key];
    return option.kind.print(options[option.key]);
  });
}

async function interview(app: Project, asker: Asker, texts: Partial<WrittenSources> = {}): Promise<[Written, Options]> {
  const sources = readSources({ flags: {}, env: {}, ...texts });
  const written = await conductInterview(asker, resolve(sources, app), app);
  return [written, resolve({ ...sources, prompt: promptSource(written) }, app).options];
}

describe('answers', () => {
  test('Enter all the way says nothing', async () => {
    const asker = new ScriptedAsker();
    expect((await interview(fakeProject(), asker))[0]).toEqual({});
    const first = catalog.filter(({ ask }) => ask === 'first').map(({ help }) => help);
    expect(asker.titles).toEqual([...first, 'Customise more?']);
  });

  test('Enter keeps a current value that is a dash', async () => {
    const keep = new ScriptedAsker((title) =>
      title === 'Customise more?' ? 'yes' : title === menu ? everything : undefined,
    );
    expect((await interview(fakeProject(), keep, { config: '{"androidPromptSubtitle": "-"}' }))[0]).toEqual({});
  });

  test('property: Enter all the way keeps any configuration', async () => {
    const app = fakeProject({ routes: appRoutes });
    const keep = new ScriptedAsker((title) =>
      title === 'Customise more?' ? 'yes' : title === menu ? everything : undefined,
    );
    await fc.assert(
      fc.asyncProperty(anyOptions, async (options) => {
        const values = Object.fromEntries(
          catalog.filter(({ inConfig }) => inConfig).map(({ key, kind }) => [key, kind.toJson(options[key])]),
        );
        const [written, result] = await interview(app, keep, { config: JSON.stringify(values) });
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
        const [written, result] = await interview(app, asker);
        const askedKeys = catalog.filter(({ help }) => asker.titles.includes(help)).map(({ key }) => key);
        for (const key of askedKeys) {
          const wanted =
            key === 'guardedRoutes' ? appRoutes.filter((path) => options.guardedRoutes.includes(path)) : options[key];
          expect({ [key]: result[key] }).toEqual({ [key]: wanted });
        }
        const before = resolve(readSources({ flags: {}, env: {} }), app).options;
        for (const key of Object.keys(written)) {
          const fewer = Object.fromEntries(Object.entries(written).filter(([other]) => other !== key));
          expect(resolve({ prompt: promptSource(fewer) }, app).options).not.toEqual(result);
        }
        expect(result.project).toBe(before.project);
      }),
      { numRuns: 30 },
    );
  });

  test('a value that was shown stays, also where its default would move with a later answer', async () => {
    const app = fakeProject({ routes: [['', 'home'], 'home', 'tabs'] });
    const asker = new ScriptedAsker((title) => {
      if (title === 'Customise more?') return 'yes';
      if (title === menu) return ['routes'];
      return title === 'Path users come to after signing in' ? 'tabs' : undefined;
    });
    const [written, { homePath, guardedRoutes }] = await interview(app, asker);
    expect({ homePath, guardedRoutes }).toEqual({ homePath: 'tabs', guardedRoutes: ['home'] });
    expect(Object.keys(written).sort()).toEqual(['guardedRoutes', 'homePath']);
  });
});

describe('a single -', () => {
  const titles = { filled: 'Button that leaves', optional: 'Subtitle of' };
  /** What is typed for a question of the prompts group; Enter for all others. */
  const typing = (start: string, typed: string): ScriptedAsker =>
    new ScriptedAsker((title) =>
      title === 'Customise more?' ? 'yes' : title === menu ? ['prompts'] : title.startsWith(start) ? typed : undefined,
    );

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
    const [, options] = await interview(fakeProject(), typing(start, '-'), { config });
    expect(options[key]).toBe(value);
  });
});

describe('questions', () => {
  test('what the command line, the environment or the answers file said is not asked', async () => {
    const asker = new ScriptedAsker();
    await interview(fakeProject(), asker, {
      flags: { authMode: 'PasscodeOnly' },
      env: { IDENTITY_VAULT_LOCK_AFTER: '1000' },
      answers: parseAnswers('{ "session": [] }', 'answers.json'),
      config: '{ "hideScreenOnBackground": false }',
    });
    const helps = new Map(catalog.map(({ key, help }) => [key, help]));
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
    const all = new ScriptedAsker((title) =>
      title === 'Customise more?' ? 'yes' : title === menu ? everything : undefined,
    );
    await interview(fakeProject(), all, { config: JSON.stringify({ authMode }) });
    const keys: string[] = catalog.filter(({ help }) => all.titles.includes(help)).map(({ key }) => key);
    expect(keys.filter((key) => absent.includes(key))).toEqual([]);
    expect(keys).toContain('authMode');
  });

  test('origins of the app are offered and not selected; those in use are', async () => {
    const app = fakeProject({
      apiOrigins: [{ origin: 'https://a.example.com', keys: ['api'] }, 'https://b.example.com', 'https://x.auth0.com'],
    });
    const asker = new ScriptedAsker();
    await interview(app, asker, { config: '{ "apiOrigins": ["https://b.example.com"] }' });
    expect(asker.asked.find(({ title }) => title === 'Origins that get the token')).toMatchObject({
      choices: [
        { value: 'https://b.example.com', name: 'https://b.example.com' },
        { value: 'https://a.example.com', name: 'https://a.example.com (api)' },
      ],
      current: ['https://b.example.com'],
    });
    const [written] = await interview(
      app,
      new ScriptedAsker((title) => (title.startsWith('Other') ? 'https://c.example.com/' : undefined)),
    );
    expect(resolve({ prompt: promptSource(written) }, app).options.apiOrigins).toEqual(['https://c.example.com']);
  });

  test('only routes with a page, for people who are signed in, can be guarded', async () => {
    const asker = new ScriptedAsker();
    await interview(fakeProject({ routes: [['', 'home'], 'home', 'signup', 'folder/:id', '**'] }), asker);
    const question = asker.asked.find(
      ({ title }) => title === 'Routes that need a signed-in user',
    ) as SelectionQuestion;
    expect(question.choices.map(({ value }) => value)).toEqual(['home', 'folder/:id']);
  });

  test('an answer is refused for what it says and for what it does to the others', async () => {
    const problems: string[] = [];
    const asker = new ScriptedAsker();
    asker.line = (question) => {
      const bad = { 'Path of the unlock page': 'login', 'Name of the guard': 'guard-1' }[question.title];
      if (bad !== undefined) problems.push(question.problemWith(bad) ?? 'none');
      return Promise.resolve(question.current);
    };
    const choose = asker.choose.bind(asker);
    asker.choose = (question) => (question.title === 'Customise more?' ? Promise.resolve('yes') : choose(question));
    asker.select = (question) => Promise.resolve(question.title === menu ? ['routes', 'code'] : question.current);
    await interview(fakeProject(), asker);
    expect(problems).toEqual([
      expect.stringContaining('"login" already') as string,
      expect.stringContaining('camelCase, like authGuard') as string,
    ]);
  });
});
