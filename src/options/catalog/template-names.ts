/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const templateNames: ReadonlySet<string> = new Set(
  (
    'ActivatedRoute AnsweringModals ApiOriginMissingError AuthMode CanActivateFn Capacitor Component ' +
    'ComponentFixture Credentials DefaultSession ElementRef HttpBackend HttpClient HttpContext HttpContextToken ' +
    'HttpErrorResponse HttpEvent HttpInterceptorFn HttpParams HttpRequest HttpResponse HttpResponseBase ' +
    'HttpTestingController Injectable Input InvalidSessionError IonButton IonButtons IonContent IonHeader ' +
    'IonInput IonTitle IonToolbar IonicIdentityVaultUser LockEvent LoginPage ModalController NavController ' +
    'NavigationEnd NgIf NonNullableFormBuilder PasscodeModal Platform ReactiveFormsModule RecordingBackend Router ' +
    'TestBed TestVault UnlockPage Validators VaultError VaultErrorCodes ViewChild ViewDidEnter ViewWillEnter ' +
    'answer arrival assertResponseAllowed authorize backend checkOrigin closeOverlays closedWith context device ' +
    'dismiss erased explain explainCode explainStatus filter first firstValueFrom fixture from http identity ' +
    'inject inputs isAppUrl isVaultError login loginUrl modal modals of originPolicy outcome outgoing overlays ' +
    'pathOf policy provideHttpClient provideHttpClientTesting provideIonicAngular provideRouter queryParams ' +
    'refuseRedirects request review reviewNew router session signal signed signedIn switchMap tap useTestVault ' +
    'vault viewChild wanted withInterceptors'
  ).split(' '),
);
