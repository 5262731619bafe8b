import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readPanelXml } from '#simulator/device/behaviors/panel-xml';
import { definePanel } from './define-panel.ts';

const settings = { location: 'Hidden', icon: 'Home', color: '#1170CF' } as const;

interface Texts {
  readonly id: string;
  readonly name: string;
  readonly row: string;
  readonly button: string;
  /** Of a group button: what each says, by key. */
  readonly values: Readonly<Record<string, string>>;
}

/** A panel with a page and a row: a button and a group of buttons. */
const draw = ({ id, name, row, button, values }: Texts) =>
  definePanel({ go: 'Button', source: Object.keys(values) }, ({ Button, GroupButton, Page, Panel, Row }) =>
    Panel({
      ...settings,
      id,
      name,
      children: Page({
        id,
        name,
        children: Row({
          name: row,
          children: [Button({ id: 'go', text: button }), GroupButton({ id: 'source', values })],
        }),
      }),
    }),
  );

/** What the strict reader makes of an XML text: every text, by the path of its element. */
function readTexts(xml: string): (readonly [path: string, text: string])[] {
  const texts: (readonly [string, string])[] = [];
  const path: string[] = [];
  let current = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    path.push(name);
    current = '';
  });
  parser.on('text', (text) => {
    current += text;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    expect(isSelfClosing).toBe(false);
    texts.push([path.join(' '), current]);
    path.pop();
    current = '';
  });
  parser.write(xml).close();
  return texts;
}

const isXmlText = (text: string) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text);
const markup = fc.constantFrom(
  '&',
  '<',
  '>',
  ']]>',
  '&amp;',
  '<!--',
  '"',
  "'",
  '\r',
  '\r\n',
  '\t',
  'ä',
  '🎬',
);
const text = fc
  .array(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(''))
  .filter((each) => isXmlText(each) && Buffer.byteLength(each) <= 255);
const id = text.filter((each) => each !== '' && each.trim() === each);
const someTexts: fc.Arbitrary<Texts> = fc.record({
  id,
  name: text,
  row: text,
  button: text,
  values: fc.dictionary(id, text, { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
});

describe('whatever the texts say', () => {
  test('a strict reader reads them back', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const read = readTexts(draw(texts).xml);
        const at = (path: string) =>
          read.filter(([each]) => each === `Extensions ${path}`).map(([, found]) => found);
        expect(at('Panel PanelId')).toEqual([texts.id]);
        expect(at('Panel Name')).toEqual([texts.name]);
        expect(at('Panel Page Row Name')).toEqual([texts.row]);
        expect(at('Panel Page Row Widget Name')).toEqual([texts.button]);
        expect(at('Panel Page Row Widget ValueSpace Value Key')).toEqual(Object.keys(texts.values));
        expect(at('Panel Page Row Widget ValueSpace Value Name')).toEqual(Object.values(texts.values));
      }),
    );
  });

  test('the simulated device shows them', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        const panel = readPanelXml(texts.id, draw(texts).xml);
        const [page] = panel.pages;
        const [button, group] = page?.rows[0]?.widgets ?? [];
        expect([panel.name, page?.name, page?.id]).toEqual([texts.name.trim(), texts.name.trim(), texts.id]);
        expect([button?.id, button?.type, button?.name]).toEqual(['go', 'Button', texts.button.trim()]);
        expect(group?.choices.map(({ key }) => key)).toEqual(Object.keys(texts.values));
      }),
    );
  });

  test('the same panel has the same XML', () => {
    fc.assert(
      fc.property(someTexts, (texts) => {
        expect(draw(texts)).toEqual(draw(texts));
      }),
    );
  });
});

test('an id may have the name of what every object has', () => {
  const texts = { id: 'constructor', name: '', row: '', button: '' };
  const { xml } = draw({ ...texts, values: { constructor: 'One', toString: 'Two' } });
  expect(readPanelXml('constructor', xml).pages[0]?.rows[0]?.widgets[1]?.choices).toEqual([
    { key: 'constructor', name: 'One' },
    { key: 'toString', name: 'Two' },
  ]);
  expect(() => definePanel({}, ({ Panel }) => Panel({ ...settings, id: 'room', name: '' }))).not.toThrow();
});

test('what XML cannot hold is refused, not dropped', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('\0', '\u0007', '\u001b', '\ud800', '\udc00x', '\ufffe', '\uffff'),
      text,
      (bad, rest) => {
        const texts = { id: 'room', row: '', button: '', values: { one: 'One' } };
        expect(() => draw({ ...texts, name: `${rest.slice(0, 50)} ${bad}` })).toThrow(
          'name of <Panel> has a character that XML cannot hold',
        );
      },
    ),
  );
});

test('the sliders are named, since their values are numbers', () => {
  const { sliders } = definePanel({ one: 'Slider', two: 'Text', three: 'Slider' }, (part) =>
    part.Panel({
      ...settings,
      id: 'room',
      name: 'Room',
      children: part.Page({
        id: 'page',
        name: 'Page',
        children: part.Row({
          children: [
            part.Slider({ id: 'three' }),
            part.Text({ id: 'two', text: '' }),
            part.Slider({ id: 'one' }),
          ],
        }),
      }),
    }),
  );
  expect(sliders).toEqual(['one', 'three']);
});
