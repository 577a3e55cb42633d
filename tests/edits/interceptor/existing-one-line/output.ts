import { provideHttpClient, withInterceptors } from "@angular/common/http"
import { loggingInterceptor } from "./logging.interceptor"
import { authInterceptor } from "./identity/auth.interceptor"

export const appConfig = {
    providers: [provideHttpClient(withInterceptors([loggingInterceptor, authInterceptor]))]
}
