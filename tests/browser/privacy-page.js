import { PrivacyScreen } from '../../native-plugin/src/web/privacy-screen.ts';

window.screenOfApp = new PrivacyScreen();
