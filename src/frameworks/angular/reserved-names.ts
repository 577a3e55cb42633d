/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    'AccountPage AccountPageModule ActivatedRoute ActivatedRouteSnapshot Additions AddressMissingError ' +
    'Answer AnsweringModals AuthMode BehaviorSubject Biometrics CanActivate CanActivateFn Capacitor ' +
    'ChangeDetectionStrategy CommonModule Component ComponentFixture Credentials DefaultSession ' +
    'ElementRef GuestGuard HTTP_INTERCEPTORS HttpBackend HttpClient HttpClientModule ' +
    'HttpClientTestingModule HttpContext HttpContextToken HttpErrorResponse HttpEvent HttpHandler ' +
    'HttpInterceptor HttpInterceptorFn HttpParams HttpPolicyError HttpRequest HttpResponse ' +
    'HttpResponseBase HttpTestingController IdentityAddresses IdentityClient IdentityNavigation ' +
    'IdentityScreen IdleNotice IdleWarning Injectable InjectionToken Injector Input InvalidSessionError ' +
    'IonBackButton IonButton IonButtons IonContent IonHeader IonInput IonRadio IonRadioGroup IonTitle ' +
    'IonToolbar IonicIdentityVaultUser IonicModule KnownSession LockEvent LockTimes LoginOptions ' +
    'LoginPage LoginPageModule MISSING MODES ModalController ModeChoice MonoTypeOperatorFunction NEEDED ' +
    'NavController NavigationEnd NeverGuard NgFor NgIf NgModule NonNullableFormBuilder OVERLAYS ' +
    'Observable OidcClient OidcConfig OidcError OidcSession OidcVault OnDestroy OriginPolicy PLATFORM_ID ' +
    'Params PasscodeModal PasscodeModalModule Platform PrivacyScreen Provider ProviderStandIn REASONS ' +
    'ReactiveFormsModule RecordingBackend RefreshClient RefusingBackend RenewingBackend ResumeGuard ' +
    'Router RouterModule RouterStateSnapshot RouterTestingModule STATES SessionState SignInClient ' +
    'SignedIn SignedOut TestBed TestVault ToastController TokenClient Type UNITS UnlockGuard ' +
    'UnlockPage UnlockPageModule UrlSerializer UrlTree Validators VaultError VaultErrorCodes ViewChild ' +
    'ViewDidEnter ViewWillEnter WithToken addressOf addresses afterNextRender answer assertResponseAllowed auth0 ' +
    'authorize check closeOverlays cognito computed configFor configFrom context credentials ' +
    'distinctUntilChanged end ends entra entraMultiTenant environment expired explain explainCode ' +
    'explainRefusal explainStatus failed failure fieldsOf filter firstValueFrom following from id ' +
    'identity inWords inject interceptWith isAppUrl isInterruption isLockable isOidcError ' +
    'isPlatformServer isServer isVaultError keycloak known lockWords loginUrl map message modesFor names ' +
    'navigation ngDevMode nowhere of okta originPolicy outgoing path pathOf policy policyOf ' +
    'provideHttpClient provideHttpClientTesting provideIonicAngular provideRouter queryParams reading ' +
    'received refuseRedirects renewed request resumeGuard review reviewNew router session sessionFrom ' +
    'setUp signal signed state status stored switchMap tap throwError timeout turn unlockGuard ' +
    'useTestVault vault viewChild wanted withInterceptors withInterceptorsFromDi'
  ).split(' '),
);
