@NgModule({ providers: [] })
export class RootModule {}
