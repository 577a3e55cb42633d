export { AuthService } from './auth.service';
export { authGuard } from './auth.guard';
