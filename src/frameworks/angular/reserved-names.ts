/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    'ActivatedRoute ActivatedRouteSnapshot Additions AnsweringModals ApiOriginMissingError AuthMode ' +
    'CanActivate CanActivateFn Capacitor CommonModule Component ComponentFixture Credentials ' +
    'DefaultSession ElementRef HTTP_INTERCEPTORS HttpBackend HttpClient HttpClientModule ' +
    'HttpClientTestingModule HttpContext HttpContextToken HttpErrorResponse HttpEvent HttpHandler ' +
    'HttpInterceptor HttpInterceptorFn HttpParams HttpRequest HttpResponse HttpResponseBase ' +
    'HttpTestingController Injectable Injector Input InvalidSessionError IonButton IonButtons IonContent ' +
    'IonHeader IonInput IonTitle IonToolbar IonicIdentityVaultUser IonicModule LockEvent LoginPage ' +
    'LoginPageModule ModalController NavController NavigationEnd NgIf NgModule NonNullableFormBuilder ' +
    'Observable PasscodeModal PasscodeModalModule Platform Provider REASONS ReactiveFormsModule ' +
    'RecordingBackend Router RouterModule RouterStateSnapshot RouterTestingModule TestBed TestVault Type ' +
    'UnlockPage UnlockPageModule UrlTree Validators VaultError VaultErrorCodes ViewChild ViewDidEnter ' +
    'ViewWillEnter answer assertResponseAllowed authorize checkOrigin closeOverlays context expired ' +
    'explain explainCode explainStatus filter firstValueFrom from identity inject isAppUrl isVaultError ' +
    'loginUrl of originPolicy outgoing pathOf policy provideHttpClient provideHttpClientTesting ' +
    'provideIonicAngular provideRouter queryParams refuseRedirects request review reviewNew router ' +
    'session setUp signal signed switchMap tap throwError useTestVault vault viewChild withInterceptors ' +
    'withInterceptorsFromDi'
  ).split(' '),
);
