import { performance } from 'node:perf_hooks';
import type { CollectedTest } from './collected-tests.ts';
import type { Judges } from './judges.ts';

/** How often a case may ask about mutants beyond what it needs without one: then it never ends. */
const ROOM = 20_000;

/** So often while the program loads. */
const ROOM_TO_LOAD = 10_000_000;

/** So many cases that noticed something before are asked first. */
const REMEMBERED = 20;

interface Case {
  readonly name: string;
  readonly at: number;
  /** The mutants whose place it comes by. */
  readonly met: ReadonlySet<number>;
  /** How often it comes by one. */
  readonly operations: number;
  readonly seconds: number;
}

/** Asks the cases about one mutant after another, in this process. */
export class Court {
  readonly #judges: Judges;
  readonly #tests: readonly CollectedTest[];
  /** Met while the program loads: constants are computed then. */
  readonly #metAtLoad = new Set<number>();
  /** The quickest first. */
  #cases: readonly Case[] = [];
  readonly #noticing = new Map<string, Case[]>();
  #on = -1;
  #left = Infinity;
  #meet: ((id: number) => void) | undefined = (id) => this.#metAtLoad.add(id);
  #rejections = 0;

  constructor(judges: Judges) {
    this.#judges = judges;
    process.on('unhandledRejection', () => (this.#rejections += 1));
    this.#tests = this.#load();
    this.#meet = undefined;
  }

  get cases(): readonly Case[] {
    return this.#cases;
  }

  /** Each case without a mutant: what it meets, and what it needs. @throws if one fails */
  async look(): Promise<void> {
    const cases: Case[] = [];
    for (const [at, test] of this.#tests.entries()) {
      const met = new Set<number>();
      let operations = 0;
      this.#meet = (id) => {
        met.add(id);
        operations += 1;
      };
      const isPassed = await this.#passes(test);
      this.#meet = undefined;
      const start = performance.now();
      if (!isPassed || !(await this.#passes(test))) throw new Error(`fails without any mutant: ${test.name}`);
      cases.push({ name: test.name, at, met, operations, seconds: (performance.now() - start) / 1000 });
    }
    this.#cases = cases.sort((a, b) => a.seconds - b.seconds);
  }

  /** What notices this mutant, or nothing. */
  async kill(id: number): Promise<string | undefined> {
    this.#on = id;
    this.#left = ROOM_TO_LOAD;
    try {
      const isConstant = this.#metAtLoad.has(id);
      const tests = isConstant ? this.#load() : this.#tests;
      if (tests.length !== this.#tests.length) return 'other cases';
      const { file } = this.#judges.mutants[id] ?? { file: '' };
      return await this.#asked(
        tests,
        this.#relevant(file, (each) => isConstant || each.met.has(id)),
        file,
      );
    } catch {
      return 'it does not load';
    } finally {
      await this.#stop();
      this.#on = -1;
      this.#left = Infinity;
    }
  }

  /** What a mutant left under way must not be taken for what the next one does. */
  async #stop(): Promise<void> {
    this.#left = 0;
    await turn();
    await turn();
  }

  #relevant(file: string, isMet: (each: Case) => boolean): readonly Case[] {
    const noticing = this.#noticing.get(file) ?? [];
    return [...noticing, ...this.#cases.filter((each) => !noticing.includes(each))].filter(isMet);
  }

  async #asked(tests: readonly CollectedTest[], relevant: readonly Case[], file: string): Promise<string | undefined> {
    for (const each of relevant) {
      this.#left = each.operations * 10 + ROOM;
      const test = tests[each.at];
      if (test && (await this.#passes(test))) continue;
      const others = (this.#noticing.get(file) ?? []).filter((other) => other !== each);
      this.#noticing.set(file, [each, ...others].slice(0, REMEMBERED));
      return each.name;
    }
    // As Vitest takes it: what nobody waited for fails, too.
    await turn();
    return this.#rejections > 0 ? 'nobody waited for it' : undefined;
  }

  #load(): readonly CollectedTest[] {
    return this.#judges.load((id) => {
      if (--this.#left < 0) throw new Error('it never ends');
      this.#meet?.(id);
      return id === this.#on;
    });
  }

  async #passes({ run }: CollectedTest): Promise<boolean> {
    this.#rejections = 0;
    try {
      const running = run();
      if (running instanceof Promise) await Promise.race([running, neverEnding()]);
    } catch {
      return false;
    }
    // Whoever caught that there were too many operations has not ended by itself either.
    return this.#left >= 0 && this.#rejections === 0;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Cases wait for nothing but each other's promises: when the event loop turns, all that is due is done. */
async function neverEnding(): Promise<never> {
  await turn();
  await turn();
  throw new Error('it waits for what never comes');
}
