import * as v from 'valibot';
import type { DeviceConnection } from './connect.ts';

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

export async function readMacros(connection: DeviceConnection): Promise<DeviceMacro[]> {
  const answer = v.parse(AnswerSchema, await connection.command('Macros Macro Get', { Content: 'True' }));
  return answer.Macro.map(({ Name, Active, Content }) => ({
    name: Name,
    isActive: Active === 'True',
    source: Content,
  }));
}
