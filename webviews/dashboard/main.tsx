import { startLivePage } from '../lib/live-page.tsx';
import { Dashboard } from './dashboard.tsx';

startLivePage('dashboard', Dashboard);
