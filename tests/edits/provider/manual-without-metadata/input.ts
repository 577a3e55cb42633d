@NgModule()
export class AppModule {}
