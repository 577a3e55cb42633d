'use strict';

export const appConfig = { providers: [] };
