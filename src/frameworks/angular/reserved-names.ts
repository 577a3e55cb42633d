/** Names that the generated files import, declare or use for constants; a test compares them with the templates. */
export const reservedNames: ReadonlySet<string> = new Set(
  (
    'ActivatedRoute ActivatedRouteSnapshot Additions AddressMissingError Answer AnsweringModals AuthMode ' +
    'CanActivate CanActivateFn Capacitor ChangeDetectionStrategy CommonModule Component ComponentFixture ' +
    'Credentials DefaultSession ElementRef GuestGuard HTTP_INTERCEPTORS HttpBackend HttpClient ' +
    'HttpClientModule HttpClientTestingModule HttpContext HttpContextToken HttpErrorResponse HttpEvent ' +
    'HttpHandler HttpInterceptor HttpInterceptorFn HttpParams HttpRequest HttpResponse HttpResponseBase ' +
    'HttpTestingController IdentityAddresses IdentityNavigation IdentityScreen Injectable InjectionToken ' +
    'Injector Input InvalidSessionError IonButton IonButtons IonContent IonHeader IonInput IonTitle ' +
    'IonToolbar IonicIdentityVaultUser IonicModule LockEvent LoginPage LoginPageModule ModalController ' +
    'MonoTypeOperatorFunction NavController NavigationEnd NgIf NgModule NonNullableFormBuilder OVERLAYS ' +
    'Observable OnDestroy OriginPolicy PLATFORM_ID Params PasscodeModal PasscodeModalModule Platform ' +
    'PrivacyScreen Provider REASONS ReactiveFormsModule RecordingBackend Router RouterModule ' +
    'RouterStateSnapshot RouterTestingModule SignInClient TestBed TestVault Type UnlockGuard UnlockPage ' +
    'UnlockPageModule UrlSerializer UrlTree Validators VaultError VaultErrorCodes ViewChild ViewDidEnter ' +
    'ViewWillEnter addresses answer assertResponseAllowed authorize check closeOverlays context credentials ' +
    'end ends environment expired explain explainCode explainStatus filter firstValueFrom from id identity ' +
    'inject isAppUrl isInterruption isPlatformServer isServer isVaultError loginUrl navigation ngDevMode ' +
    'nowhere of originPolicy outgoing path pathOf policy provideHttpClient provideHttpClientTesting ' +
    'provideIonicAngular provideRouter queryParams refuseRedirects request review reviewNew router session ' +
    'sessionFrom setUp signal signed state stored switchMap tap throwError unlockGuard useTestVault vault ' +
    'viewChild withInterceptors withInterceptorsFromDi'
  ).split(' '),
);
