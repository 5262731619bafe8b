import * as v from 'valibot';
import type { DeviceConnection } from './connect.ts';
import { CommandRefused } from './connection-error.ts';

/** A macro as it is saved on a device. */
export interface DeviceMacro {
  readonly name: string;
  readonly isActive: boolean;
  readonly source: string;
}

const MacroSchema = v.object({
  Name: v.string(),
  Active: v.picklist(['True', 'False']),
  Content: v.optional(v.string(), ''),
});
/** One macro may come without its list, none without anything. */
const AnswerSchema = v.object({
  Macro: v.optional(
    v.union([
      v.array(MacroSchema),
      v.pipe(
        MacroSchema,
        v.transform((macro) => [macro]),
      ),
    ]),
    [],
  ),
});

/** @throws ConnectionError, CommandRefused */
export async function readMacros(connection: DeviceConnection): Promise<DeviceMacro[]> {
  const answer = v.safeParse(AnswerSchema, await connection.command('Macros Macro Get', { Content: 'True' }));
  if (!answer.success) {
    const { label } = connection.target;
    throw new CommandRefused(
      label,
      'Macros Macro Get',
      'the answer is not as published, so nothing was changed',
    );
  }
  return answer.output.Macro.map(({ Name, Active, Content }) => ({
    name: Name,
    isActive: Active === 'True',
    source: Content,
  }));
}
