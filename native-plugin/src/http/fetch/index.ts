/**
 * The adapter for `fetch`.
 *
 * @packageDocumentation
 */
export { tokenFetch } from './token-fetch.ts';
