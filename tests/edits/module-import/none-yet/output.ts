import { NgModule } from '@angular/core';
import { HttpClientModule } from '@angular/common/http';

@NgModule({ bootstrap: [AppComponent], imports: [HttpClientModule] })
export class AppModule {}
