import { CommonModule } from "@angular/common";
import { NgModule } from "@angular/core";
import { RouterModule } from "@angular/router";
import { IonicModule } from "@ionic/angular";

import { Home } from "./home";

@NgModule({
	declarations: [Home],
	imports: [
		CommonModule,
		IonicModule,
		RouterModule.forChild([{ path: "", component: Home }]),
	],
})
export class HomeModule {}
