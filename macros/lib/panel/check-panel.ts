import * as v from 'valibot';
import { checkWidgets } from './check-widgets.ts';
import type { PanelFault } from './panel-error.ts';
import type { PanelNode } from './panel-node.ts';
import { isTag, PARTS, type Tag } from './parts.ts';
import type { Widgets } from './widgets.ts';

/** What TypeScript cannot know of a panel, and what it does know, for builds that did not ask it. */
export function checkPanel(declared: Widgets, root: PanelNode): PanelFault[] {
  const faults = [...faultsBelow(root, undefined)];
  return [...faults, ...checkWidgets(declared, root)];
}

function* faultsBelow(node: PanelNode, parent: Tag | undefined): Generator<PanelFault> {
  const { tag, place } = node;
  if (!isTag(tag)) {
    yield { place, text: 'a panel is one <Panel>, not several elements in a row' };
    return;
  }
  const home = parentOf(tag);
  if (parent !== home) yield { place, text: misplaced(tag, home, parent) };
  yield* propFaults(tag, node);
  for (const child of node.children) {
    if (typeof child === 'string') {
      yield {
        place,
        text: `<${tag}> contains the text ${JSON.stringify(child)}; only elements may stand there`,
      };
    } else yield* faultsBelow(child, tag);
  }
}

function parentOf(tag: Tag): Tag | undefined {
  switch (tag) {
    case 'Panel':
      return undefined;
    case 'Page':
      return 'Panel';
    case 'Row':
      return 'Page';
    default:
      return 'Row';
  }
}

const misplaced = (tag: Tag, home: Tag | undefined, parent: Tag | undefined) =>
  `<${tag}> stands ${placeName(parent)}; it belongs ${placeName(home)}`;

const placeName = (parent: Tag | undefined) => (parent ? `in <${parent}>` : 'at the top');

function* propFaults(tag: Tag, { props, place }: PanelNode): Generator<PanelFault> {
  const { issues = [] } = v.safeParse(PARTS[tag], props);
  for (const issue of issues) yield { place, text: issueText(tag, issue) };
}

function issueText(tag: Tag, issue: v.BaseIssue<unknown>): string {
  const name = v.getDotPath(issue);
  if (issue.expected === 'never') return `<${tag}> takes no ${name}`;
  if (issue.received === 'undefined') return `<${tag}> lacks ${name}`;
  if (issue.kind === 'validation' || issue.type === 'custom') return `${name} of <${tag}> ${issue.message}`;
  return `${name} of <${tag}> is ${issue.received}; expected ${issue.expected?.replace(/^\((.*)\)$/, '$1')}`;
}
