/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const templateNames: ReadonlySet<string> = new Set(
  (
    'ActivatedRoute AnsweringModals ApiOriginMissingError AuthMode CanActivateFn Capacitor Component ' +
    'ComponentFixture Credentials DefaultSession ElementRef HttpBackend HttpClient HttpContext HttpContextToken ' +
    'HttpErrorResponse HttpEvent HttpInterceptorFn HttpParams HttpRequest HttpResponse HttpResponseBase ' +
    'HttpTestingController Injectable Input InvalidSessionError IonButton IonButtons IonContent IonHeader ' +
    'IonInput IonTitle IonToolbar IonicIdentityVaultUser LockEvent LoginPage ModalController NavController ' +
    'NavigationEnd NgIf NonNullableFormBuilder PasscodeModal Platform REASONS ReactiveFormsModule ' +
    'RecordingBackend Router TestBed TestVault UnlockPage Validators VaultError VaultErrorCodes ViewChild ' +
    'ViewDidEnter ViewWillEnter answer assertResponseAllowed authorize checkOrigin closeOverlays context expired ' +
    'explain explainCode explainStatus filter firstValueFrom from identity inject isAppUrl isVaultError loginUrl ' +
    'of originPolicy outgoing pathOf policy provideHttpClient provideHttpClientTesting provideIonicAngular ' +
    'provideRouter queryParams refuseRedirects request review reviewNew router session signal signed switchMap ' +
    'tap throwError useTestVault vault viewChild withInterceptors'
  ).split(' '),
);
