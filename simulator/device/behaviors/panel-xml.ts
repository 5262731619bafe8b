import { SaxesParser } from 'saxes';
import type { ScreenPage, ScreenPanel, ScreenWidget } from '../screen.ts';
import { XAPI_ERROR, XapiError } from '../xapi-error.ts';

interface XmlElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

/** What the older `Type` of a panel says, in today's words for `Location`. */
const LOCATION_OF_TYPE: ReadonlyMap<string, string> = new Map([
  ['Home', 'HomeScreen'],
  ['InCall', 'CallControls'],
  ['Statusbar', 'HomeScreenAndCallControls'],
  ['Never', 'Hidden'],
]);

/** Reads the XML of one panel, as the UI extensions editor exports it; no widget has a value yet. @throws XapiError */
export function readPanelXml(panelId: string, xml: string): ScreenPanel {
  const root = readXml(xml);
  const panels = root.children.filter(({ name }) => name === 'Panel');
  const [panel, ...others] = panels;
  if (root.name !== 'Extensions' || !panel || others.length > 0) {
    throw malformed('expected <Extensions> with one <Panel>');
  }
  const type = textOf(panel, 'Type');
  return {
    id: panelId,
    name: textOf(panel, 'Name'),
    icon: textOf(panel, 'Icon', 'General'),
    color: textOf(panel, 'Color'),
    location: textOf(panel, 'Location', LOCATION_OF_TYPE.get(type) ?? 'HomeScreen'),
    visible: textOf(panel, 'Visibility', 'Auto') !== 'Hidden',
    pages: childrenOf(panel, 'Page').map((page, index) => readPage(page, `${panelId}-${index + 1}`)),
  };
}

function readPage(page: XmlElement, idOfUnnamed: string): ScreenPage {
  const rows = childrenOf(page, 'Row').map((row) => ({
    name: textOf(row, 'Name'),
    widgets: childrenOf(row, 'Widget').map(readWidget),
  }));
  return { id: textOf(page, 'PageId', idOfUnnamed), name: textOf(page, 'Name'), rows };
}

function readWidget(widget: XmlElement): ScreenWidget {
  const id = textOf(widget, 'WidgetId');
  if (id === '') throw malformed('a <Widget> has no <WidgetId>');
  const choices = childrenOf(widget, 'ValueSpace')
    .flatMap((space) => childrenOf(space, 'Value'))
    .map((value) => ({ key: textOf(value, 'Key'), name: textOf(value, 'Name') }));
  return {
    id,
    type: textOf(widget, 'Type'),
    name: textOf(widget, 'Name'),
    options: textOf(widget, 'Options'),
    value: '',
    choices,
  };
}

function readXml(xml: string): XmlElement {
  const parser = new SaxesParser();
  const document: XmlElement = { name: '', children: [], text: '' };
  const open = [document];
  parser.on('opentag', ({ name }) => {
    const element = { name, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  try {
    parser.write(xml).close();
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error));
  }
  return document.children[0] ?? document;
}

const childrenOf = ({ children }: XmlElement, name: string) => children.filter((each) => each.name === name);

const textOf = (parent: XmlElement, name: string, otherwise = ''): string =>
  childrenOf(parent, name)[0]?.text.trim() || otherwise;

const malformed = (what: string) =>
  new XapiError(XAPI_ERROR.commandFailed, `Invalid XML in the panel: ${what}`);
