@NgModule({ imports: environment.imports })
export class AppModule {}
