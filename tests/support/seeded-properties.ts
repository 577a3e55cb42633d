import fc from 'fast-check';

/**
 * The random cases of a run. They are the same each time, so that a failing test says something of the change it runs
 * for; `SEED=random` looks for new ones.
 */
const { SEED = '20261128' } = process.env;

if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });
