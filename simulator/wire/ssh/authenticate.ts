import type { AuthContext, AuthenticationType } from 'ssh2';
import { type Credentials, sameCredentials } from '../credentials.ts';
import type { WireFaults } from '../faults.ts';

const METHODS: AuthenticationType[] = ['password', 'keyboard-interactive'];

/** Lets in whoever knows the password, said outright or, as jsxapi does, when asked for it. */
export function authenticate(context: AuthContext, wanted: Credentials, faults: WireFaults): void {
  const judge = (password: string) => {
    const isRight = sameCredentials({ username: context.username, password }, wanted);
    if (isRight && !faults.refusePassword) context.accept();
    else context.reject(METHODS);
  };
  if (context.method === 'password') judge(context.password);
  else if (context.method === 'keyboard-interactive') {
    context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => judge(answers[0] ?? ''));
  } else context.reject(METHODS);
}
