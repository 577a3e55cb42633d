import {NgModule} from "@angular/core"
import {AppComponent} from "./app.component"
import {Settings} from "./settings"

@NgModule({
	declarations: [AppComponent],
	providers: [
		Settings // one for all
	],
	bootstrap: [AppComponent]
})
export class AppModule {}