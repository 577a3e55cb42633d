// @ts-check
import { java } from './java.mjs';
import { swift } from './swift.mjs';
import { typescript } from './typescript.mjs';

/** The languages the core is written in; TypeScript is what the others are compared with. */
export const reference = typescript;

/** @type {readonly import('./outcome.mjs').Language[]} */
export const languages = [java, swift];
