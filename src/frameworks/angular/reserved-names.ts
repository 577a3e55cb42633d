/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    'ActivatedRoute ActivatedRouteSnapshot GuestGuard end ends stored Additions AnsweringModals ApiOriginMissingError AuthMode ' +
    'CanActivate CanActivateFn Capacitor ChangeDetectionStrategy CommonModule Component ComponentFixture Credentials ' +
    'DefaultSession ElementRef HTTP_INTERCEPTORS HttpBackend HttpClient HttpClientModule ' +
    'HttpClientTestingModule HttpContext HttpContextToken HttpErrorResponse HttpEvent HttpHandler ' +
    'HttpInterceptor HttpInterceptorFn HttpParams HttpRequest HttpResponse HttpResponseBase ' +
    'HttpTestingController Injectable Injector Input InvalidSessionError IonButton IonButtons IonContent ' +
    'IonHeader IonInput IonTitle IonToolbar IonicIdentityVaultUser IonicModule LockEvent LoginPage ' +
    'LoginPageModule ModalController NavController NavigationEnd NgIf NgModule NonNullableFormBuilder ' +
    'OVERLAYS Observable OnDestroy PLATFORM_ID PasscodeModal PasscodeModalModule Platform PrivacyScreen ' +
    'Provider REASONS ReactiveFormsModule RecordingBackend Router RouterModule RouterStateSnapshot ' +
    'RouterTestingModule TestBed TestVault Type UnlockGuard UnlockPage UnlockPageModule UrlSerializer ' +
    'UrlTree Validators VaultError VaultErrorCodes ViewChild ViewDidEnter ViewWillEnter answer ' +
    'assertResponseAllowed authorize checkOrigin closeOverlays context expired explain explainCode ' +
    'explainStatus filter firstValueFrom from identity inject isAppUrl isInterruption isPlatformServer ' +
    'isServer isVaultError loginUrl navigation of originPolicy outgoing path pathOf policy ' +
    'provideHttpClient provideHttpClientTesting provideIonicAngular provideRouter queryParams ' +
    'refuseRedirects request review reviewNew router session setUp signal signed state switchMap tap ' +
    'throwError unlockGuard useTestVault vault viewChild withInterceptors withInterceptorsFromDi'
  ).split(' '),
);
