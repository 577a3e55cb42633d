import { describe, it } from 'vitest';
import { signingIn } from './behaviours/signing-in.ts';
import { SIGN_IN_PLACES } from './sign-in-world.ts';

describe.each(SIGN_IN_PLACES)('a sign-in $name', ({ world }) => {
  it.each(signingIn)('$name', async ({ run }) => {
    await run(world());
  });
});
