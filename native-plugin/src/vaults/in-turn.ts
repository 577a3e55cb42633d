export { inTurn } from '../core/vault/in-turn.ts';
