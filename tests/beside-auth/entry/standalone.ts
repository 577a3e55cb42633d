import { mergeApplicationConfig, provideAppInitializer } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';

import { driving, startedOf } from '../../../page/drive';
import { AppComponent } from './app/app.component';
import { appConfig } from './app/app.config';
import { IdentityService } from './app/identity/identity.service';

export const drive = driving({
  identity: IdentityService,
  async start(initialize) {
    const config = mergeApplicationConfig(appConfig, { providers: [provideAppInitializer(initialize)] });
    const app = await bootstrapApplication(AppComponent, config);
    return startedOf(app, () => app.destroy());
  },
});
