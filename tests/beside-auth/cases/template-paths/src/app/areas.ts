export const APP_AREA = 'app';
export const HOME_ROUTE = `${APP_AREA}/overview`;
