import { findOrigins } from '../../options/found/api-origins.ts';
import type { DefaultContext, Fallback } from '../../options/option.ts';
import { angularFacts } from './angular-facts.ts';

/** An app that has its API's address in a file of settings has none in the files of its builds. */
export function findRuntimeAddresses({ project }: DefaultContext): Fallback<boolean> {
  const { readsSettings } = angularFacts(project.framework);
  const value = readsSettings && findOrigins(project).likely.length === 0;
  return { value, origin: 'detected', isGuess: value };
}
