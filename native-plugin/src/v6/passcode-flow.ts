import { KIND } from '../vaults/format-words.ts';
import { canceled } from '../vaults/refusals.ts';
import { sharedFlight } from '../vaults/single-flight.ts';
import type { OpenVault } from '../vaults/vault-service.ts';
import type { PasscodeDesk } from './passcode-desk.ts';

/** Asks for passcodes: through the app's own prompt where it has one, else through the built-in one. */
export class PasscodeFlow {
  readonly #desk: PasscodeDesk;

  constructor(desk: PasscodeDesk) {
    this.#desk = desk;
  }

  /** Nothing to do where it is not locked; other handles' calls join. */
  unlock(vault: OpenVault): Promise<void> {
    return flightsOf(vault).unlock(async () => {
      const { isLocked, kinds } = await vault.status();
      if (!isLocked) return;
      if (!kinds.includes(KIND.appPasscode) || !this.#desk.handler) return vault.unlock();
      await this.#desk.ask(false, (passcode) => vault.unlockWithPasscode(passcode));
    });
  }

  /** Before the first value is stored: a vault that needs a passcode and has none gets it; other handles' calls join. */
  setUp(vault: OpenVault): Promise<void> {
    return flightsOf(vault).setUp(async () => {
      const { isPasscodeSetupNeeded, mode } = await vault.status();
      if (isPasscodeSetupNeeded) await this.choose(vault, (passcode) => vault.rekey(mode, passcode));
    });
  }

  /** A new passcode. @throws VaultError `UserCanceledInteraction` */
  async choose(vault: OpenVault, use: (passcode: string) => Promise<void>): Promise<void> {
    if (this.#desk.handler) return this.#desk.ask(true, use);
    const passcode = await vault.choosePasscode();
    if (passcode === undefined) throw canceled();
    await use(passcode);
  }
}

interface Flights {
  readonly unlock: ReturnType<typeof sharedFlight<void>>;
  readonly setUp: ReturnType<typeof sharedFlight<void>>;
}

/** Handles of one vault ask one question at a time: whoever comes second waits for the same answer. */
const flights = new WeakMap<OpenVault, Flights>();

function flightsOf(vault: OpenVault): Flights {
  const known = flights.get(vault) ?? { unlock: sharedFlight(), setUp: sharedFlight() };
  flights.set(vault, known);
  return known;
}
