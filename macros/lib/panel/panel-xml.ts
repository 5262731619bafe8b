import * as v from 'valibot';
import { FIELDS, type Field } from './panel-fields.ts';
import type { PanelNode } from './panel-node.ts';
import { isTag, PARTS, type Props, type Tag } from './parts.ts';
import type { Widgets } from './widgets.ts';

/** Of the format, as the UI extensions editor of RoomOS 11 writes it. */
const VERSION = '1.11';

/** The extension XML of a panel that was checked, on one line. */
export const panelXml = (panel: PanelNode, declared: Widgets): string =>
  write(['Extensions', [['Version', VERSION], ...elementOf(panel, declared)]]);

function elementOf({ tag, props, children }: PanelNode, declared: Widgets): readonly Field[] {
  if (!isTag(tag)) return [];
  const inside = children.flatMap((child) => (typeof child === 'string' ? [] : elementOf(child, declared)));
  return [[elementName(tag), [...fieldsOf(tag, props, declared), ...inside]]];
}

const fieldsOf = <Name extends Tag>(tag: Name, props: unknown, declared: Widgets): readonly Field[] =>
  isProps(tag, props) ? FIELDS[tag](props, declared) : [];

const isProps = <Name extends Tag>(tag: Name, props: unknown): props is Props[Name] =>
  v.is(PARTS[tag], props);

const elementName = (tag: Tag) => (tag === 'Panel' || tag === 'Page' || tag === 'Row' ? tag : 'Widget');

const write = ([name, content]: Field): string =>
  `<${name}>${typeof content === 'string' ? escaped(content) : content.map(write).join('')}</${name}>`;

/** A bare carriage return would be read as a line feed. */
const escaped = (text: string) => text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
