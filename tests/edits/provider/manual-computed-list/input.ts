@NgModule({
  imports: [],
  providers: makeProviders(),
})
export class AppModule {}
