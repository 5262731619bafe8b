import { on } from '../../dialogue/define-skill.ts';
import type { Views } from '../../views/views.ts';
import { closePage, showPage } from '../lib/page-directives.ts';
import { sentence } from '../lib/sentence.ts';

const PAGE = '(?:the |this |that |our )?(?:room )?(?:dashboard|page|web ?(?:view|page)|view|screen)';

export const dashboard = (views: Views) => [
  on(
    'dashboard-show',
    [
      sentence`(?:show|open|display|bring up|pull up|put up|see)(?: (?:me|us))? (?:the |our |a )?(?:room )?dashboard(?: on the screen)?`,
      sentence`(?:the )?dashboard`,
      sentence`(?:show|put)(?: (?:me|us))? (?:the |this )?room(?: on the screen)?`,
    ],
    async (turn) => ({
      directives: await showPage(views, turn, 'dashboard', {
        title: 'Room',
        says: 'Here is the dashboard.',
        instead: "I can't show the dashboard here.",
      }),
    }),
  ),
  on(
    'dashboard-close',
    [
      sentence`(?:close|hide|dismiss|clear|remove|exit|leave|get rid of)(?: it| this| that| ${PAGE})?`,
      sentence`(?:go away|take (?:it|that|${PAGE}) (?:away|down|off(?: the screen)?))`,
    ],
    (turn) => ({
      directives: closePage(turn, { says: 'Closing it.', instead: "I can't close a page from here." }),
    }),
  ),
];
