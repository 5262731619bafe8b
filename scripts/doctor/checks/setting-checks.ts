import { type Check, mend, ok } from '../check.ts';
import type { Patient } from '../patient.ts';

/** Configurations that must be On before our macros can do their work. */
const SETTINGS = [
  { name: 'macros mode', path: 'Macros Mode', without: 'no macro runs' },
  { name: 'auto start', path: 'Macros AutoStart', without: 'no macro runs after a restart of the device' },
  { name: 'web engine', path: 'WebEngine Mode', without: 'no page can be shown' },
  { name: 'HTTP client', path: 'HttpClient Mode', without: 'no macro reaches the server' },
  { name: 'assistant', path: 'UserInterface Assistant Mode', without: 'nobody is heard' },
] as const;

export const SETTING_CHECKS: readonly Check<Patient>[] = SETTINGS.map(({ name, path, without }) => ({
  name,
  needs: ['role'],
  async examine(patient) {
    const value = await patient.read(`Configuration ${path}`);
    if (value === undefined) return ok('this product has none');
    return value === 'On' ? ok('On') : mend(`${value}: ${without}`, `xConfiguration ${path}: On`);
  },
}));
