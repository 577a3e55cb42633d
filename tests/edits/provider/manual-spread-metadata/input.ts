@NgModule({
  ...shared,
  bootstrap: [AppComponent],
})
export class AppModule {}
