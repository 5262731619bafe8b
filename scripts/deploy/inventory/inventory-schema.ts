import * as v from 'valibot';

/** A whole value that stands for a variable of the environment. */
export const VARIABLE = /^\$\{([A-Z_][A-Z0-9_]*)\}$/;

const NameSchema = v.pipe(
  v.string(),
  // Names stand in commands and become names of files.
  v.regex(
    /^[^\s*?[\]{}:/\\,!.-][^\s*?[\]{}:/\\,!]*$/,
    'a name that begins with a letter or digit, without spaces, wildcards, colons, slashes and commas',
  ),
);

const SecretSchema = v.pipe(
  v.string(),
  v.regex(VARIABLE, `a variable such as \${BOARDROOM_PASSWORD}`),
  v.description(`A variable of the environment or of .env, as \${NAME}; never the secret itself.`),
);

/** What a device may say, and `defaults` for all that do not. */
const COMMON = {
  username: v.optional(
    v.pipe(
      v.string(),
      v.nonEmpty('a username'),
      v.description('A local user of the device, with the role Admin.'),
    ),
  ),
  password: v.optional(SecretSchema),
  token: v.optional(
    v.pipe(
      SecretSchema,
      v.description(`Access token of the Webex REST API, as \${NAME}; for cloud addresses.`),
    ),
  ),
  ca: v.optional(
    v.pipe(
      v.string(),
      v.nonEmpty('a PEM file'),
      v.description('PEM file of the authorities that vouch for the device, in place of the system’s.'),
    ),
  ),
  pin: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Keep the certificate or host key that the device shows the first time, and take no other.',
      ),
    ),
  ),
  insecure: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Take any certificate. Whoever sits between can then read the password.'),
    ),
  ),
  macros: v.optional(
    v.pipe(v.array(NameSchema), v.description('The macros that the device gets; all of them when absent.')),
  ),
  settings: v.optional(
    v.pipe(
      v.record(NameSchema, v.record(v.string(), v.unknown())),
      v.description(`By macro, then by setting. Texts may hold \${NAME}.`),
    ),
  ),
};

export const DefaultsSchema = v.strictObject(COMMON);

export const DeviceSchema = v.strictObject({
  address: v.pipe(
    v.string(),
    v.regex(
      /^(?:(?:wss?|ssh):\/\/[^\s/@?#]+\/?|cloud:[\w+/=-]+)$/,
      'an address such as wss://10.0.0.5, ssh://10.0.0.5 or cloud:DEVICE-ID',
    ),
    v.description('wss://HOST, ssh://HOST, or cloud:DEVICE-ID for the Webex REST API.'),
  ),
  groups: v.optional(v.pipe(v.array(NameSchema), v.description('Groups that the device is in.'))),
  ...COMMON,
});

/** devices.yaml. What must hold between its parts is in check-inventory.ts. */
export const InventorySchema = v.strictObject({
  defaults: v.optional(
    v.pipe(DefaultsSchema, v.description('What holds for each device that says nothing else.')),
  ),
  groups: v.optional(
    v.pipe(v.record(NameSchema, v.array(NameSchema)), v.description('Names of devices, by group.')),
  ),
  devices: v.pipe(v.record(NameSchema, DeviceSchema), v.description('The devices, by name.')),
});

export type Defaults = v.InferOutput<typeof DefaultsSchema>;
export type ListedDevice = v.InferOutput<typeof DeviceSchema>;
export type ListedInventory = v.InferOutput<typeof InventorySchema>;
