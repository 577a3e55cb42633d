/** The files of a small app, as its authors wrote them. */
export const appFiles: Readonly<Record<string, string>> = {
  'package.json': `{
  "name": "app",
  "dependencies": {
    "@angular/core": "^21.0.0",
    "@capacitor/core": "^8.0.0",
    "@ionic/angular": "^8.0.0"
  }
}
`,
  'capacitor.config.ts': `export default { appId: 'com.example.app', webDir: 'www' };\n`,
  'src/main.ts': `import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from './app/app.component';
import { appConfig } from './app/app.config';

bootstrapApplication(AppComponent, appConfig);
`,
  'src/app/app.config.ts': `import { ApplicationConfig } from '@angular/core';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [provideRouter(routes)],
};
`,
  'src/app/app.routes.ts': `import { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', redirectTo: 'home', pathMatch: 'full' },
  { path: 'home', loadComponent: () => import('./home/home.page').then((m) => m.HomePage) },
  { path: 'tabs', loadComponent: () => import('./tabs/tabs.page').then((m) => m.TabsPage) },
];
`,
  'ios/App/App/Info.plist': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>CFBundleName</key>
	<string>App</string>
</dict>
</plist>
`,
};
