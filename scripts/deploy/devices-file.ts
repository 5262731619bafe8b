import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { UserError } from '#scripts/lib/user-error';

const VARIABLE = /^\$\{([A-Z_][A-Z0-9_]*)\}$/;

const DeviceSchema = v.strictObject({
  address: v.pipe(v.string(), v.regex(/^wss?:\/\/[^\s/]+/, 'an address such as wss://10.0.0.5')),
  username: v.pipe(v.string(), v.nonEmpty('a username')),
  /** Secrets stand in the environment or in `.env`, never in the file. */
  password: v.pipe(v.string(), v.regex(VARIABLE, `a variable such as \${BOARDROOM_PASSWORD}`)),
  insecure: v.optional(v.boolean(), false),
});
const DevicesSchema = v.strictObject({ devices: v.record(v.string(), DeviceSchema) });

/** A device as the file has it; `password` names a variable as `${NAME}`. */
export type ListedDevice = v.InferOutput<typeof DeviceSchema>;

/** Name of the environment's variable that holds the password. */
export const passwordVariable = ({ password }: ListedDevice) => VARIABLE.exec(password)?.[1] ?? '';

/**
 * Reads an inventory. `file` is how the faults name it.
 *
 * @throws UserError `bad-inventory` with all faults, each with its line, what was found and what was expected
 */
export function readDevicesFile(file: string, text: string): ReadonlyMap<string, ListedDevice> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(({ pos, message }) => `${lines.linePos(pos[0]).line}: ${message}`);
  if (broken.length > 0) throw badInventory(file, broken);
  const result = v.safeParse(DevicesSchema, document.toJS());
  if (result.success) return new Map(Object.entries(result.output.devices));
  throw badInventory(
    file,
    result.issues.map((issue) => {
      const path = (issue.path ?? []).map(({ key }) => String(key));
      return `${lineOf(document.contents, path, lines)}: ${faultOf(issue, path)}`;
    }),
  );
}

const badInventory = (file: string, faults: readonly string[]) =>
  new UserError('bad-inventory', faults.map((fault) => `${file}:${fault}`).join('\n'), 2);

/** The line of what a path names, or of the innermost part of it that is there. */
function lineOf(root: unknown, path: readonly string[], lines: LineCounter): number {
  let node = root;
  let line = 1;
  for (const key of path) {
    if (!isMap(node)) break;
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (!pair || !isScalar(pair.key)) break;
    line = lines.linePos(pair.key.range?.[0] ?? 0).line;
    node = pair.value;
  }
  return line;
}

function faultOf(issue: v.BaseIssue<unknown>, path: readonly string[]): string {
  const name = path.join('.') || 'the file';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${name}: no such setting`;
  const isMissing = issue.input === undefined;
  const expected = issue.type === 'regex' || issue.type === 'non_empty' ? issue.message : issue.expected;
  // A password that somebody wrote into the file must not go on into a log.
  const found =
    path.at(-1) === 'password' && !isMissing ? 'something else' : isMissing ? 'nothing' : issue.received;
  return `${name}: expected ${expected}, found ${found}`;
}
