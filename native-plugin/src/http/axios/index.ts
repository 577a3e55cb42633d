/**
 * The adapter for axios 1, which it doesn't import.
 *
 * @packageDocumentation
 */
export { useTokens } from './use-tokens.ts';
export type { AxiosAnswerLike, AxiosConfigLike, AxiosHeadersLike, AxiosLike } from './axios-types.ts';
