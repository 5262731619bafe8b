import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import XAPI from 'jsxapi/lib/xapi/index.js';
import { expect, test } from 'vitest';
import { parsePath } from '../device/path.ts';
import type { Json, JsonObject } from '../device/types.ts';
import { valuesBelow } from './values-below.ts';

/** What a listener of the real jsxapi gets for the same path and update. */
async function heardByJsxapi(path: string, update: JsonObject): Promise<unknown[]> {
  const backend = Object.assign(new EventEmitter(), {
    execute: ({ id }: { id: string }) =>
      queueMicrotask(() => backend.emit('data', { id, result: { Id: 1 } })),
    close: () => undefined,
  });
  const xapi = new XAPI(backend as never);
  const heard: unknown[] = [];
  const off = xapi.feedback.on(path, (value: unknown) => heard.push(value)) as unknown as {
    registration: Promise<unknown>;
  };
  await off.registration;
  backend.emit('data', { method: 'xFeedback/Event', params: { Id: 1, ...update } });
  return heard;
}

test.each<[string, JsonObject, Json[]]>([
  ['Status/Audio/Volume', { Status: { Audio: { Volume: 45 } } }, [45]],
  ['Status/Audio', { Status: { Audio: { Volume: 45 } } }, [{ Volume: 45 }]],
  ['Status/Call/*/Status', { Status: { Call: [{ id: 3, Status: 'Idle' }] } }, ['Idle']],
  ['Status/Call', { Status: { Call: [{ id: 3, ghost: 'True' }] } }, [{ id: 3, ghost: 'True' }]],
  ['Status/Call/3/ghost', { Status: { Call: [{ id: 3, ghost: 'True' }] } }, ['True']],
  ['Status/Call/4/ghost', { Status: { Call: [{ id: 3, ghost: 'True' }] } }, []],
  ['event/message/send', { Event: { Message: { Send: { Text: 'x' } } } }, [{ Text: 'x' }]],
  ['Event/Macros/Runtime/Ready', { Event: { Macros: { Runtime: { Ready: {} } } } }, [{}]],
])('%s', async (path, update, values) => {
  expect(valuesBelow(update, parsePath(path))).toEqual(values);
  expect(await heardByJsxapi(path, update)).toEqual(values);
});

test('agrees with jsxapi on any update', async () => {
  const name = fc.constantFrom('A', 'B', 'C');
  const { tree } = fc.letrec<{ tree: Json; item: JsonObject }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.string(),
      fc.integer(),
      fc.dictionary(name, tie('tree'), { maxKeys: 3 }),
      fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    ),
    item: fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.dictionary(name, tie('tree'), { maxKeys: 2 }))
      .map(([id, rest]) => ({ ...rest, id })),
  }));
  const segment = fc.constantFrom('A', 'b', 'C', '*', '1', '2');
  await fc.assert(
    fc.asyncProperty(tree, fc.array(segment, { maxLength: 4 }), async (below, segments) => {
      const update = { Status: below };
      const path = ['Status', ...segments].join('/');
      const values = valuesBelow(update, parsePath(path));
      expect(values).toEqual(await heardByJsxapi(path, update));
    }),
  );
});
