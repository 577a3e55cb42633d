import type { ApplicationConfig } from '@angular/core';
import type { HttpClient } from '@angular/common/http';

export const appConfig: ApplicationConfig = { providers: [] };
