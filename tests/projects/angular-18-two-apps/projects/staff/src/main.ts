import { bootstrapApplication } from '@angular/platform-browser'
import { AppComponent } from './app/app.component'
import { config as applicationConfig } from './app/config'

bootstrapApplication(AppComponent, applicationConfig)
