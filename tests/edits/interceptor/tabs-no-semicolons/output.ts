import { type ApplicationConfig } from "@angular/core"
import { provideRouter } from "@angular/router"
import { provideHttpClient, withInterceptors } from "@angular/common/http"
import { routes } from "./app.routes"
import { authInterceptor } from "./identity/auth.interceptor"

export const appConfig = {
	providers: [
		provideRouter(routes),
		provideHttpClient(withInterceptors([authInterceptor]))
	]
} satisfies ApplicationConfig