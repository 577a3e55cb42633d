import { Base } from './base';

export interface Environment extends Base<{ a: string }> {
	production: boolean;
	identityVault: { loginUrl: string; apiOrigins: readonly string[] };
}
