import { start } from 'tiny';
import '@ionic/tiny';
import pages from './pages.json';

start(pages);
