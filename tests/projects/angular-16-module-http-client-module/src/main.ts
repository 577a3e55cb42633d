import { platformBrowserDynamic as browser } from '@angular/platform-browser-dynamic'
import Root from './app/app.module'

const platform = browser()
platform.bootstrapModule(Root, { ngZoneEventCoalescing: true })
