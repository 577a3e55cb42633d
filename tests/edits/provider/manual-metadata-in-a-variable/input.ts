const metadata = { providers: [] };
@NgModule(metadata)
export class AppModule {}
