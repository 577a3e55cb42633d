/** What apps call signing in, and what they do beside it on the same page; German, French, Spanish, Portuguese, Italian and Dutch, too. */
const signIn = new RegExp(
  '(log|sign)_?in|authenti(c|fi)|^(do|on|handle)?_?(submit|login|signin)|' +
    'anmeld|einlogg|connexion|seconnect|connecter|iniciarses|ingresar|acceder|entrar|accedi|inlogg',
  'i',
);
const beside = /(log|sign)_?(out|up|off)|regist|forgot|reset|recover|navigate|^(go|open|show|toggle|is|has|can|init)/i;
const signOut = new RegExp(
  '(log|sign)_?(out|off)|abmeld|auslogg|d[eé]connexion|d[eé]connecter|cerrarses|desconect|^salir|^sair|^uscit|uitlogg|endsession',
  'i',
);

export function isSignInName(name: string): boolean {
  return signIn.test(name) && !beside.test(name);
}

export function isSignOutName(name: string): boolean {
  return signOut.test(name) && !/^(is|has|can|on.*(ed|out\$)$|show|confirm|open)/i.test(name);
}

/** Does something beside signing in, on the page that signs in. */
export function isBesideSignIn(name: string): boolean {
  return beside.test(name);
}
