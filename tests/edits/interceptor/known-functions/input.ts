import { provideTheme } from './theme';

export const appConfig = { providers: [provideTheme()] };
