import { NgModule } from '@angular/core';

// @NgModule({ providers: [] }) export class AppModule {}
const text = '@NgModule({ providers: [] }) class AppModule {}';
const metadata = { providers: [] };

@NgModule({ providers: [] })
export class AppModuleServer {}

@Injectable()
@NgModule({ providers: [Ours] })
export class AppModule {
  providers = [];
}
