/** The words of the storage format that both API generations speak with {@link VaultService}: ids of FORMAT.md §2 and §3. */
export { isIdOf, KIND, MODE, type Kind, type Mode } from '../core/codec/format-ids.ts';
export type { Descriptor } from '../core/slots/scope.ts';
