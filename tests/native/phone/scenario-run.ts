import { expect } from 'vitest';
import type { PhoneUnderTest } from './phone-under-test.ts';
import { Session, type EventMessage, type Outcome } from './session.ts';
import { hasAll, writtenOut, type Scenario, type Step } from './scenario.ts';

type Json = Readonly<Record<string, unknown>>;

const SETTINGS = {
  mode: 1,
  lockAfter: null,
  hideScreen: false,
  wipeAtMax: true,
  maxAttempts: 5,
  onEnrollmentChange: 'requireOther',
};

/** Plays a scenario on a fake phone, through the plugin's own methods and JSON. */
export class ScenarioRun {
  readonly phone: PhoneUnderTest;
  readonly #scenario: Scenario;
  #session: Session | undefined;
  /** Ids that `open` gave in this process, by the scenario's name of the vault. */
  #vaults = new Map<string, string>();
  readonly #begun = new Map<string, Promise<Outcome>>();
  readonly #counts = { prompt: 0, screen: 0, browser: 0 };
  #entered: string | null | false = null;

  constructor(phone: PhoneUnderTest, scenario: Scenario) {
    this.#scenario = scenario;
    this.phone = phone;
  }

  async play(): Promise<void> {
    if (this.#scenario.starts !== false) await this.#launch({});
    for (const [index, step] of this.#scenario.steps.entries()) {
      if (step['only'] !== undefined && step['only'] !== this.phone.platform) continue;
      try {
        await this.#step({ ...step, ...(step[this.phone.platform] as Step | undefined) });
      } catch (error) {
        const at = `step ${index + 1} of ${this.#scenario.id}: ${JSON.stringify(step)}`;
        throw new Error(`${at}\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }

  async #launch(options: Json): Promise<void> {
    this.#vaults = new Map();
    await this.phone.launch(options);
    await this.phone.app.do('enter', entry(this.#entered));
    this.#session = new Session(this.phone.app);
  }

  get #talk(): Session {
    if (!this.#session) throw new Error('the app does not run');
    return this.#session;
  }

  readonly #verbs: Readonly<Record<string, (value: never, step: Step) => Promise<unknown> | undefined>> = {
    launch: (options: Json) => this.#launch(options),
    hello: (message: Json, step) => this.#judge(this.#talk.hello(message), step),
    raw: (message: Json, step) => this.#judge(this.#talk.raw(writtenOut(message)), step),
    open: (settings: Json, step) => this.#open(settings, step),
    call: (name: string, step) => this.#call(name, step),
    await: (name: string, step) => this.#judge(this.#begun.get(name) ?? Promise.reject(new Error(name)), step),
    person: (answers: readonly string[]) => this.phone.app.do('will', { answers }),
    personAlways: (answer: string) => this.phone.app.do('always', answer === 'waits' ? {} : { answer }),
    untilAsked: () => this.#untilAsked(),
    page: () => this.#reload(),
    enters: (passcode: string | null | false) => this.#enters(passcode),
    phone: (event: string) => this.#phoneEvent(event),
    app: (event: string, step) => this.#appEvent(event, step),
    time: (milliseconds: number) => this.phone.app.do('pass', { milliseconds }),
    prompts: (expected: readonly string[]) => this.#told('prompt', expected),
    browser: (expected: readonly string[]) => this.#told('browser', expected),
    arrives: (url: string, step) => this.#arrives(url, step),
    screen: (expected: readonly string[]) => this.#told('screen', expected),
    browse: (steps: readonly string[]) => this.phone.app.do('browse', { steps }),
    events: (expected: readonly string[]) => this.#events(expected),
    change: (changes: Json) => this.#change(changes),
    fails: (failure: Json) => this.phone.app.do('fail', failure),
    stored: (expected: readonly Json[]) => this.#stored(expected),
    shows: (expected: readonly string[]) => this.#shows(expected),
    recents: (expected: string) => this.#recents(expected),
    covers: (expected: readonly string[]) => this.#covers(expected),
    words: (expected: readonly string[]) => this.#words(expected),
    classes: (expected: readonly string[]) => this.#classes(expected),
    groups: (expected: readonly string[]) => this.#groups(expected),
    held: (expected: number) => this.#held(expected),
    loses: (kind: string) => this.#loses(kind),
    copies: (what: 'keep' | 'putBack' | 'putEnvelopesBack') => this.#copies(what),
    files: (expected: readonly string[]) => {
      expect(this.phone.files.map((name) => name.replace(/^[0-9a-f]{64}/, '*'))).toEqual(expected);
      return undefined;
    },
  };

  async #step(step: Step): Promise<void> {
    const verb = Object.keys(step).find((name) => name in this.#verbs);
    if (verb === undefined) throw new Error('no verb of the README');
    await this.#verbs[verb]?.(step[verb] as never, step);
  }

  async #open(settings: Json, step: Step): Promise<void> {
    const name = (step['vault'] as string | undefined) ?? 'app';
    const descriptor = step['descriptor'] ?? { key: name };
    const outcome = await this.#talk.call('open', { descriptor, settings: { ...SETTINGS, ...settings } });
    if ('rejects' in step) {
      judge(outcome, step);
      return;
    }
    expect(outcome.code, 'open was rejected').toBeUndefined();
    this.#vaults.set(name, outcome.result as string);
  }

  async #call(name: string, step: Step): Promise<void> {
    const ofProcess = step['vault'] === null;
    const vault = ofProcess ? undefined : this.#vaults.get((step['vault'] as string | undefined) ?? 'app');
    const given = await this.#filledIn(writtenOut((step['arguments'] as Json | undefined) ?? {}));
    const outcome = this.#talk.call(name, given, vault);
    const begins = step['begins'] as string | undefined;
    if (begins === undefined) return this.#judge(outcome, step);
    outcome.catch(() => undefined);
    this.#begun.set(begins, outcome);
    await this.phone.app.do('settle');
  }

  /** `$name` stands for what the call of this name chose. */
  async #filledIn(given: Json): Promise<Json> {
    const passcode = given['passcode'] as { readonly chosen?: string } | undefined;
    if (!passcode?.chosen?.startsWith('$')) return given;
    const { result } = (await this.#begun.get(passcode.chosen.slice(1))) ?? {};
    return { ...given, passcode: result };
  }

  /** The same process, another page. */
  #reload(): Promise<unknown> {
    this.#session = new Session(this.phone.app);
    this.#vaults = new Map();
    return Promise.resolve();
  }

  async #judge(outcome: Promise<Outcome>, step: Step): Promise<void> {
    judge(await outcome, step);
  }

  async #untilAsked(): Promise<void> {
    const read = async (): Promise<unknown> => ((await this.phone.app.do('state'))['result'] as Json)['isBeingAsked'];
    await becomes(read, true);
  }

  async #enters(passcode: string | null | false): Promise<void> {
    this.#entered = passcode;
    if (this.phone.isRunning) await this.phone.app.do('enter', entry(passcode));
  }

  async #change(changes: Json): Promise<void> {
    await this.phone.change(changes);
  }

  async #phoneEvent(event: string): Promise<void> {
    if (this.phone.isRunning) await this.phone.app.do('device', { event });
    else await this.phone.happens(event);
  }

  async #appEvent(event: string, step: Step): Promise<void> {
    if (event === 'kill') return this.phone.kill();
    if (event === 'connect') {
      await this.phone.app.do('connect');
      await this.phone.app.do('settle');
      return;
    }
    if (event === 'quit') return this.phone.quit();
    await this.phone.app.do(event === 'return' ? 'show' : event, { scene: step['scene'] ?? 0 });
    await this.phone.app.do('settle');
  }

  /** Anybody opens the app with an address. */
  async #arrives(url: string, { isLate = false, isOld = false }: Step): Promise<void> {
    await this.phone.app.do('arrive', { url, isLate, isOld });
    await this.phone.app.do('settle');
  }

  async #told(what: 'prompt' | 'screen' | 'browser', expected: readonly string[]): Promise<void> {
    await this.phone.app.do('settle');
    const heard = () => this.phone.told.flatMap((one) => one[what] ?? []).slice(this.#counts[what]);
    await becomes(heard, expected);
    this.#counts[what] += expected.length;
  }

  async #events(expected: readonly string[]): Promise<void> {
    const names = new Map([...this.#vaults].map(([name, id]) => [id, name]));
    const heard: EventMessage[] = [];
    await becomes(async () => {
      heard.push(...(await this.#talk.events()));
      return heard.map((event) => wordsOf(event, names));
    }, expected);
  }

  async #stored(expected: readonly Json[]): Promise<void> {
    const { items } = (await this.phone.app.do('state'))['result'] as { items: readonly Json[] };
    const sorted = [...items].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
    expect(sorted.map((item) => ({ ...item, name: nameOf(item) }))).toSatisfy(
      (all: readonly Json[]) => hasAll(all, expected),
      `expected ${JSON.stringify(expected)}, found ${JSON.stringify(sorted.map(nameOf))}`,
    );
  }

  async #items(): Promise<readonly Json[]> {
    return ((await this.phone.app.do('state'))['result'] as { readonly items: readonly Json[] }).items;
  }

  /** Of the keys: what the key of a slot needs is in its class and in the flags of its access control. */
  async #classes(expected: readonly string[]): Promise<void> {
    const keys = (await this.#items()).filter((item) => item['class'] === 'key');
    expect(keys.map((key) => `key ${String(key['protection'])} ${String(key['flags'])}`).sort()).toEqual(expected);
    const others = (await this.#items()).filter((item) => item['class'] !== 'key');
    expect(new Set(others.map((item) => item['protection']))).toEqual(new Set(others.length > 0 ? ['cku'] : []));
  }

  /** But for the item that tells which groups there are. */
  async #groups(expected: readonly string[]): Promise<void> {
    const kept = (await this.#items()).filter((item) => !nameOf(item).endsWith('idv1.group'));
    const groups = kept.map((item) => (item['identity'] as Json)['agrp']);
    expect([...new Set(groups)]).toEqual(expected);
  }

  async #held(expected: number): Promise<void> {
    const read = async (): Promise<unknown> =>
      ((await this.phone.app.do('state'))['result'] as Json)['backgroundTasks'];
    await becomes(read, expected);
  }

  #loses(kind: string): Promise<void> {
    const items = this.phone.state['items'] as readonly { readonly itemClass: string }[];
    return this.#change({ items: items.filter(({ itemClass }) => itemClass !== kind) });
  }

  #copies(what: 'keep' | 'putBack' | 'putEnvelopesBack'): Promise<void> {
    if (what === 'keep') this.phone.keepFiles();
    else this.phone.putFilesBack(what === 'putBack' ? undefined : '.idv1');
    return Promise.resolve();
  }

  /** What is seen of each activity, in the order in which they came. */
  async #activities(): Promise<readonly Json[]> {
    const { activities } = (await this.phone.app.do('look'))['result'] as { readonly activities: readonly Json[] };
    return activities;
  }

  /** What the system shows of the app in its list, and of a picture of the screen. The same of every activity. */
  async #recents(expected: string): Promise<void> {
    const read = async (): Promise<readonly string[]> => {
      const seen = await this.#activities();
      const words = seen.map(({ isSecure, recents }) => `${String(recents)}${isSecure === true ? ', secure' : ''}`);
      return [...new Set(words)];
    };
    await becomes(read, [expected]);
  }

  async #covers(expected: readonly string[]): Promise<void> {
    await this.phone.app.do('settle');
    const read = async (): Promise<readonly string[]> =>
      (await this.#activities()).map(({ isCovered }) => (isCovered === true ? 'covered' : 'uncovered'));
    await becomes(read, expected);
  }

  /** Of the latest prompt of the system. */
  async #words(expected: readonly string[]): Promise<void> {
    const { prompts } = (await this.phone.app.do('state'))['result'] as { readonly prompts: readonly Json[] };
    expect(String(prompts.at(-1)?.['text']).split('\n')).toEqual(expected);
  }

  async #shows(expected: readonly string[]): Promise<void> {
    const read = async (): Promise<readonly string[]> => {
      const shown = JSON.stringify((await this.phone.app.do('look'))['result']);
      return expected.filter((text) => shown.includes(text));
    };
    await becomes(read, expected);
  }
}

/**
 * What an app does after a call, or without one, goes through several of its threads, and no count of milliseconds
 * says when it is through on a busy machine.
 */
async function becomes<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  await expect.poll(read, { timeout: 20_000 }).toEqual(expected);
}

function wordsOf({ vault, type, saved, timeout }: EventMessage, names: ReadonlyMap<string, string>): string {
  const about = type === 'locked' ? ` saved=${saved} timeout=${timeout}` : '';
  return `${names.get(vault) ?? '?'} ${type}${about}`;
}

/** What the host is told of a person who enters this. */
function entry(passcode: string | null | false): Json {
  if (passcode === false) return { waits: true };
  return passcode === null ? {} : { passcode };
}

function judge({ result, code, data }: Outcome, step: Step): void {
  const rejects = step['rejects'] as string | Json | undefined;
  if (rejects === undefined) {
    expect(code, `rejected: ${JSON.stringify(data)}`).toBeUndefined();
    // Of a message as it stands, the whole answer.
    const found = 'call' in step || 'await' in step ? result : data;
    if ('result' in step) expect(found).toSatisfy((one) => hasAll(one, step['result']), JSON.stringify(found));
    return;
  }
  const wanted = typeof rejects === 'string' ? { code: rejects } : rejects;
  expect({ code, ...data }).toSatisfy((one: unknown) => hasAll(one, wanted), JSON.stringify({ result, code, data }));
}

/** Without ids that are made by chance. @param item of the Keychain */
function nameOf(item: Json): string {
  const { svce, acct, atag } = item['identity'] as Readonly<Record<string, string>>;
  const name = atag ?? `${svce} ${acct}`;
  return name.replace(/[0-9a-f]{64}/g, '*').replace(/[0-9a-f]{16,32}/g, '*');
}
