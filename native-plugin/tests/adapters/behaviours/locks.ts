import { expect } from 'vitest';
import { AuthMode, VaultErrorCodes } from '../../../src/index.ts';
import { ada, Identity, type Session } from '../../support/identity.ts';
import { gate, until, type Behaviour } from '../world.ts';

const LOCKED = { code: VaultErrorCodes.VaultLocked };

export const locks: readonly Behaviour[] = [
  {
    name: 'locked: the request is not sent',
    async run(world) {
      await world.signIn();
      const caller = world.caller();
      await world.identity.lockOut();
      await expect(caller.send({ url: world.url('/notes') })).rejects.toMatchObject(LOCKED);
      expect(world.backend.arrived).toEqual([]);
    },
  },
  {
    name: 'parallel requests share one unlock',
    async run(world) {
      await world.signIn({ unlockOnAccess: true });
      await world.identity.lockOut();
      const before = world.device.promptCount;
      const caller = world.caller();
      const sent = Array.from({ length: 50 }, () => caller.send({ url: world.url('/notes') }));
      expect((await Promise.all(sent)).every(({ status }) => status === 200)).toBe(true);
      expect(world.device.promptCount - before).toBe(1);
    },
  },
  {
    name: '1,000 requests at once share one unlock, and each has the token',
    async run(world) {
      await world.signIn({ unlockOnAccess: true });
      await world.identity.lockOut();
      const before = world.device.promptCount;
      const caller = world.recorder();
      await Promise.all(Array.from({ length: 1000 }, () => caller.send({ url: world.url('/notes') })));
      expect(world.device.promptCount - before).toBe(1);
      expect(caller.recorded.filter(({ authorization }) => authorization === `Bearer ${ada.token}`).length).toBe(1000);
    },
  },
  {
    name: 'the prompt is cancelled: a typed error, and the request is not sent',
    async run(world) {
      await world.signIn({ unlockOnAccess: true });
      await world.identity.lockOut();
      world.device.cancelPrompts();
      const code = VaultErrorCodes.UserCanceledInteraction;
      await expect(world.caller().send({ url: world.url('/notes') })).rejects.toMatchObject({ code });
      expect(world.backend.arrived).toEqual([]);
    },
  },
  {
    name: 'a lock aborts what only reads, and never sends it again',
    async run(world) {
      await world.signIn();
      const { opened, open } = gate();
      world.backend.gate = opened;
      const outcome = world.caller().send({ url: world.url('/notes') });
      const refused = expect(outcome).rejects.toMatchObject(LOCKED);
      await until(() => world.backend.arrived.length === 1);
      await world.identity.lockOut();
      await refused;
      open();
      expect(world.backend.arrived.length).toBe(1);
    },
  },
  {
    name: 'a lock lets what writes be answered',
    async run(world) {
      await world.signIn();
      const { opened, open } = gate();
      world.backend.gate = opened;
      const outcome = world.caller().send({ url: world.url('/notes'), method: 'POST', body: 'note' });
      await until(() => world.backend.arrived.length === 1);
      await world.identity.lockOut();
      open();
      expect((await outcome).status).toBe(200);
    },
  },
  {
    name: 'a write that is refused after a lock is not sent again',
    async run(world) {
      await world.signIn();
      const { opened, open } = gate();
      world.backend.gate = opened;
      const outcome = world.caller().send({ url: world.url('/notes'), method: 'POST', body: 'note' });
      const refused = expect(outcome).rejects.toMatchObject(LOCKED);
      await until(() => world.backend.arrived.length === 1);
      await world.identity.lockOut();
      world.expire();
      open();
      await refused;
      expect(world.backend.at('/notes').length).toBe(1);
    },
  },
  {
    name: 'a lock during a refresh keeps the new token, and gives it to nobody',
    async run(world) {
      await world.signIn();
      world.expire();
      const { opened, open } = gate();
      world.backend.refreshGate = opened;
      const outcome = world.caller().send({ url: world.url('/notes') });
      const refused = expect(outcome).rejects.toMatchObject(LOCKED);
      await until(() => world.backend.refreshes.length === 1);
      await world.identity.lockOut();
      open();
      await refused;
      expect(world.identity.token).toBeUndefined();
      expect(await world.identity.getSession()).toBeUndefined();
      await world.identity.unlock();
      expect((await world.identity.getSession())?.token).toBe('renewed-1');
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(200);
      expect(world.backend.refreshes.length).toBe(1);
    },
  },
  {
    name: 'a lock that is due when the request comes precedes it',
    async run(world) {
      await world.signIn({ lockAfter: 5000 });
      const caller = world.caller();
      expect((await caller.send({ url: world.url('/notes') })).status).toBe(200);
      await world.device.background(5000);
      await expect(caller.send({ url: world.url('/notes') })).rejects.toMatchObject(LOCKED);
      expect(world.backend.arrived.length).toBe(1);
    },
  },
  {
    name: 'the process is killed between the new token and its storage: the vault opens, with the session as it was',
    async run(world) {
      await world.signIn();
      world.expire();
      // The answer arrived, and the process ends before anything is written.
      const refresh = async (session: Session): Promise<never> => {
        await world.refresh(session);
        world.device.restart();
        throw new Error('This process is gone.');
      };
      await world.caller({ refresh }).failure({ url: world.url('/notes') });
      expect([...world.backend.good]).toEqual(['renewed-1']);
      world.identity = new Identity({ authMode: AuthMode.PasscodeOnly });
      await world.identity.unlock();
      expect(await world.identity.getSession()).toMatchObject({ token: 'token-of-ada' });
      // The server takes the former token for stolen: the session is over, once, and nothing loops.
      world.backend.refreshStatus = 400;
      expect((await world.caller().send({ url: world.url('/notes') })).status).toBe(401);
      expect(world.ended).toEqual(['token-of-ada']);
      expect(await world.identity.hasStoredSession()).toBe(true);
    },
  },
];
