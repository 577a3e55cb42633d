import { ApplicationRef, NgModule, provideAppInitializer } from '@angular/core';
import { platformBrowser } from '@angular/platform-browser';

import { driving, startedOf } from '../../../page/drive';
import { AppComponent } from './app/app.component';
import { AppModule } from './app/app.module';
import { IdentityService } from './app/identity/identity.service';

let beforeNavigation: () => Promise<void>;

/** The app's own module, with one initializer more. */
@NgModule({
  imports: [AppModule],
  providers: [provideAppInitializer(() => beforeNavigation())],
  bootstrap: [AppComponent],
})
class DrivenModule {}

export const drive = driving({
  identity: IdentityService,
  async start(initialize) {
    beforeNavigation = initialize;
    const module = await platformBrowser().bootstrapModule(DrivenModule);
    return startedOf(module.injector.get(ApplicationRef), () => module.destroy());
  },
});
