export class AppPaths {
  static readonly login = 'login';
  static readonly home = 'home';
  static readonly journal = AppPaths.home + '/journal';
}
