import { start } from 'tiny';
import '@ionic/tiny';
import { Logger } from './logger.js';
import pages from './pages.json';

start(pages, [Logger]);
