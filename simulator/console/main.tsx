import { render } from 'preact';
import { App } from './app.tsx';
import { startConsole } from './state/start-console.ts';
import './styles/tokens.css';
import './styles/base.css';

const host = document.getElementById('console');
if (!host) throw new Error('index.html has no element #console.');
startConsole();
render(<App />, host);
