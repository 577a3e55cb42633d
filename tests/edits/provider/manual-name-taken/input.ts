import { AuthInterceptor } from './old/interceptors';

@NgModule({ providers: [] })
export class AppModule {}
