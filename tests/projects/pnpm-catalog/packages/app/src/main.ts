import { bootstrapApplication } from "@angular/platform-browser";
import { provideRouter } from "@angular/router";
import { provideIonicAngular } from "@ionic/angular";

bootstrapApplication(class {}, {
  providers: [
    provideIonicAngular(),
    provideRouter([{ path: "list", loadComponent: () => import("./list") }]),
  ],
});
