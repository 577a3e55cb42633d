import { provideRouter } from '@angular/router'
import { bootstrapApplication } from '@angular/platform-browser'
import { routes } from '@acme/core'

bootstrapApplication(class {}, {
  providers: [provideRouter(routes)],
})
