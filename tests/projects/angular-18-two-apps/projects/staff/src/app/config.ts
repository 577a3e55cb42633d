import { provideHttpClient, withInterceptors } from '@angular/common/http'
import type { ApplicationConfig } from '@angular/core'
import { provideRouter } from '@angular/router'
import { provideIonicAngular } from '@ionic/angular/standalone'
import { retry } from './retry.interceptor'
import { pages as routes } from './pages'

export const config: ApplicationConfig = {
	providers: [
		provideIonicAngular(),
		provideHttpClient(withInterceptors([retry])),
		provideRouter(routes),
	],
}
