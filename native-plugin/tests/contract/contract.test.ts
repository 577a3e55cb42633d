import { describe, it } from 'vitest';
import { BEHAVIOURS } from './behaviours/behaviours.ts';
import { PLACES } from './places.ts';

describe.each(PLACES)('$name', ({ world }) => {
  describe.each(BEHAVIOURS)('$topic', ({ rows }) => {
    it.each(rows)('$name', async ({ on = {}, run }) => {
      await run(world(on));
    });
  });
});
