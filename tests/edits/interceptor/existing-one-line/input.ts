import { provideHttpClient, withInterceptors } from "@angular/common/http"
import { loggingInterceptor } from "./logging.interceptor"

export const appConfig = {
    providers: [provideHttpClient(withInterceptors([loggingInterceptor]))]
}
