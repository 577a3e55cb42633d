import { HttpClient } from "@angular/common/http";
import { NgModule } from "@angular/core";

@NgModule({
	imports: [],
})
export class AppModule {}
