import { signal } from '@preact/signals';
import { ControlError } from './control-api.ts';

/** What went wrong last, until it is dismissed or something else does. */
export const notice = signal<string | null>(null);

/** Runs a call and shows its refusal as `subject: reason`; a fault of our own is thrown on. */
export async function attempt<Answer>(
  subject: string,
  action: () => Promise<Answer>,
): Promise<Answer | undefined> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    notice.value = `${subject}: ${error.message}`;
    return undefined;
  }
}
