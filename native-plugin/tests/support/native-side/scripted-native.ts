import { BridgedVaults } from '../../../src/vaults/bridged/bridged-vaults.ts';
import type { CallMessage } from '../../../src/vaults/bridged/call-message.ts';
import type { CallName } from '../../../src/vaults/bridged/calls.ts';
import type { NativePlugin } from '../../../src/vaults/bridged/native-plugin.ts';
import type { Settings } from '../../../src/vaults/settings.ts';
import type { OpenVault } from '../../../src/vaults/vault-service.ts';

const SETTINGS: Settings = {
  mode: 5,
  lockAfter: null,
  hideScreen: false,
  wipeAtMax: true,
  maxAttempts: 5,
  onEnrollmentChange: 'requireOther',
};

/** A native side that says what a test makes it say, right or wrong. */
export class ScriptedNative implements NativePlugin {
  readonly heard: CallMessage[] = [];
  /** The whole answer to a call; `result` is put into a right one. */
  answers: Partial<Record<CallName, (message: CallMessage) => unknown>> = {};
  results: Partial<Record<CallName, unknown>> = {};
  #tellPoll: ((events: unknown) => void) | undefined;
  #failPoll: ((error: unknown) => void) | undefined;
  readonly service = new BridgedVaults(this, {
    protocol: 1,
    capability: 'c'.repeat(43),
    page: 7,
    events: 0,
    version: 'x',
  });

  open(name = 'vault'): Promise<OpenVault> {
    this.results.open = name;
    return this.service.open({ key: name }, SETTINGS);
  }

  hello(): Promise<unknown> {
    return Promise.reject(new Error('not scripted'));
  }

  call(message: CallMessage): Promise<unknown> {
    this.heard.push(message);
    const { id, call } = message;
    if (call === 'events')
      return new Promise((resolve, reject) => {
        this.#tellPoll = (result) => resolve({ id, events: 0, result });
        this.#failPoll = reject;
      });
    const scripted = this.answers[call];
    if (scripted) return new Promise((resolve) => resolve(scripted(message)));
    return Promise.resolve({ id, events: 0, ...(call in this.results && { result: this.results[call] }) });
  }

  /** Answers the page that waits for events, and lets it take them. */
  async tell(events: unknown): Promise<void> {
    this.#tellPoll?.(events);
    await settle();
  }

  async failEvents(error: unknown): Promise<void> {
    this.#failPoll?.(error);
    await settle();
  }
}

/** Until what follows from a message has happened. */
export function settle(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 0));
}
