/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    'ActivatedRoute ActivatedRouteSnapshot Additions AddressMissingError Answer AnsweringModals AuthMode ' +
    'BehaviorSubject CanActivate CanActivateFn Capacitor ChangeDetectionStrategy CommonModule Component ' +
    'ComponentFixture Credentials DefaultSession ElementRef GuestGuard HTTP_INTERCEPTORS HttpBackend ' +
    'HttpClient HttpClientModule HttpClientTestingModule HttpContext HttpContextToken HttpErrorResponse ' +
    'HttpEvent HttpHandler HttpInterceptor HttpInterceptorFn HttpParams HttpPolicyError HttpRequest ' +
    'HttpResponse HttpResponseBase HttpTestingController IdentityAddresses IdentityNavigation IdentityScreen ' +
    'IdleNotice IdleWarning Injectable InjectionToken Injector Input InvalidSessionError IonButton IonButtons ' +
    'IonContent IonHeader IonInput IonTitle IonToolbar IonicIdentityVaultUser IonicModule KnownSession ' +
    'LockEvent LoginPage LoginPageModule ModalController MonoTypeOperatorFunction NEEDED NavController ' +
    'NavigationEnd NeverGuard NgIf NgModule NonNullableFormBuilder OVERLAYS Observable OnDestroy OriginPolicy ' +
    'PLATFORM_ID Params PasscodeModal PasscodeModalModule Platform PrivacyScreen Provider REASONS ' +
    'ReactiveFormsModule RecordingBackend RefreshClient RenewingBackend ResumeGuard Router RouterModule ' +
    'RouterStateSnapshot RouterTestingModule SessionState SignInClient TestBed TestVault ToastController ' +
    'TokenClient Type UnlockGuard UnlockPage UnlockPageModule UrlSerializer UrlTree Validators VaultError ' +
    'VaultErrorCodes ViewChild ViewDidEnter ViewWillEnter WithToken addresses answer assertResponseAllowed ' +
    'authorize check closeOverlays computed context credentials distinctUntilChanged end ends environment ' +
    'expired explain explainCode explainStatus failed failure fieldsOf filter firstValueFrom following from ' +
    'id identity inject interceptWith isAppUrl isInterruption isPlatformServer isServer isVaultError known ' +
    'loginUrl map message names navigation ngDevMode nowhere of originPolicy outgoing path pathOf policy ' +
    'policyOf provideHttpClient provideHttpClientTesting provideIonicAngular provideRouter queryParams ' +
    'reading received refuseRedirects renewed request resumeGuard review reviewNew router session sessionFrom ' +
    'setUp signal signed state status stored switchMap tap throwError timeout turn unlockGuard useTestVault ' +
    'vault viewChild wanted withInterceptors withInterceptorsFromDi'
  ).split(' '),
);
