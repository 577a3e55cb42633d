import type { Operation } from './stories.ts';

export interface Story {
  readonly id: string;
  readonly storage: 'separate' | 'joint';
  readonly kem: string;
}

/** The steps of one process, and after how many effects of the last one it is killed. */
export interface Planned {
  readonly steps: readonly Operation[];
  readonly killAfter?: number;
}

interface PlayedStep {
  readonly op: string;
  readonly effects: readonly { readonly effect: string }[];
  readonly expect: {
    readonly values?: readonly (readonly [string, string])[];
    readonly error?: string;
    readonly attempts?: number;
  };
}

/** With what each step left behind and came to. */
export interface Part {
  readonly steps: readonly PlayedStep[];
}

/** As one language tells it, in one process and in memory. */
export interface Whole {
  readonly parts: readonly [first: Part, second: Part, third: Part];
  /** What there is after each part. */
  readonly devices: readonly string[];
}

/** Not by its name: the plugin is compiled with the types of browsers, which these tests have not. */
const plugin = ['..', '..', '..', 'native-plugin', 'tests', 'support', 'hand-over', 'hand-over.ts'].join('/');
const { tellWhole } = (await import(plugin)) as {
  readonly tellWhole: (story: Story, planned: readonly Planned[]) => Promise<Whole>;
};

const HOUR = 3_600_000;

/** Each step is an hour after the one before it, so that no delay is left. */
export function tell(story: Story, planned: readonly Planned[]): Promise<Whole> {
  let now = 0;
  const timed = planned.map(({ steps, ...rest }) => ({
    ...rest,
    steps: steps.map((step) => ({ ...step, now: (now += HOUR) })),
  }));
  return tellWhole(story, timed);
}

/** How many moments there are at which the last step of the last part can be killed. */
export async function momentsOf(story: Story, planned: readonly Planned[]): Promise<number> {
  const { parts } = await tell(story, planned);
  return parts.at(-1)?.steps.at(-1)?.effects.length ?? 0;
}
