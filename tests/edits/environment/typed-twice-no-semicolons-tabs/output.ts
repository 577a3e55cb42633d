import { Environment } from './environment.model'
import { Checked } from './checked'

export const environment: Readonly<Environment> & {
	identityVault: { loginUrl: string; apiOrigins: readonly string[] }
} = {
	production: true,
	identityVault: {
		loginUrl: 'https://api.example.com/login',
		apiOrigins: ['https://api.example.com']
	}
} satisfies Checked & {
	identityVault: { loginUrl: string; apiOrigins: readonly string[] }
}
