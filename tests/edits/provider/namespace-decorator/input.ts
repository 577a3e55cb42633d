import * as ng from '@angular/core';
import * as http from '@angular/common/http';

@ng.NgModule({
  imports: [http.HttpClientModule],
})
export class AppModule {}
