import type { Skill } from '../dialogue/skill.ts';
import type { Views } from '../views/views.ts';
import { createRoom } from './room/index.ts';
import { switchSkill } from './switch/index.ts';
import { createSwitchView } from './switch-view/index.ts';

/** Every skill of this server, by name, made from what it needs of the server. */
const SKILLS: Readonly<Record<string, (views: Views) => Skill>> = {
  switch: () => switchSkill,
  'switch-view': createSwitchView,
  room: createRoom,
};

export const SKILL_NAMES: readonly string[] = Object.keys(SKILLS);

/** The first is the one that `/parse` reaches. */
export const createSkills = ({ views }: { views: Views }): Skill[] =>
  Object.values(SKILLS).map((create) => create(views));
