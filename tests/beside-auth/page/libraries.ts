// Loaded before an app: the libraries are published half compiled, and the compiler does the rest.
import '@angular/compiler';
import 'zone.js';
