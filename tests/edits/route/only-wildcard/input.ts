export const routes = [{ path: '**', redirectTo: '' }];
