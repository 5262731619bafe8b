import { startLivePage } from '../lib/live-page.tsx';
import { Switch } from './switch.tsx';

startLivePage('switch', Switch);
