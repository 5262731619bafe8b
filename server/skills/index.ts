import type { Skill } from '../dialogue/skill.ts';
import type { Views } from '../views/views.ts';
import { createRoom } from './room/index.ts';
import { switchSkill } from './switch/index.ts';
import { createSwitchView } from './switch-view/index.ts';

/** Every skill of this server. */
export const createSkills = ({ views }: { views: Views }): Skill[] => [
  switchSkill,
  createSwitchView(views),
  createRoom(views),
];
