import { Environment } from './environment.model'
import { Checked } from './checked'

export const environment: Readonly<Environment> = {
	production: true
} satisfies Checked
