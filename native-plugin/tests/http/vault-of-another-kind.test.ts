import { expect, it } from 'vitest';
import { originPolicy, TokenClient } from '../../src/http/index.ts';
import { VaultErrorCodes } from '../../src/index.ts';

it('a lock during a renewal sends nothing again, also where the vault gives the new session all the same', async () => {
  let lock: () => void = () => undefined;
  const session = { token: 'first' };
  const client = new TokenClient({
    vault: {
      getSession: () => Promise.resolve(session),
      restoreSession: () => Promise.resolve(session),
      refreshSession: (_, refresh) => {
        lock();
        return refresh(session);
      },
      whenLocked: (callback) => {
        lock = callback;
        return () => undefined;
      },
    },
    origins: originPolicy(['https://api.example.com'], 'https://app.example.com'),
    refresh: () => Promise.resolve({ token: 'second' }),
  });
  const request = { url: 'https://api.example.com/x', hasAuthorization: false, method: 'POST' };
  const sent = await client.prepare(request);
  const answered = client.answered(request, sent!, { status: 401 });
  await expect(answered).rejects.toMatchObject({ code: VaultErrorCodes.VaultLocked });
});
