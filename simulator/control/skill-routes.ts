import { Hono } from 'hono';
import * as v from 'valibot';
import { isCallable, type SkillDirectory, type SkillEntry, spokenName } from '../assistant/index.ts';
import { ControlError } from './control-error.ts';
import { readBody } from './read-request.ts';

const EnabledSchema = v.object({ enabled: v.boolean() });

/** A skill without its keys: whoever reads this has no use for them. */
const describeSkill = (entry: SkillEntry) => ({
  name: entry.registration.name,
  spoken: spokenName(entry.registration.name),
  url: entry.registration.url,
  category: entry.availability.category,
  enabled: entry.availability.enabled,
  developer: entry.availability.developer ?? false,
  callable: isCallable(entry),
});

/** Everything below `/api/skills`. */
export function skillRoutes(skills: SkillDirectory): Hono {
  const routes = new Hono();
  routes.get('/', (c) => c.json(skills.entries.map(describeSkill)));
  routes.put('/:name', async (c) => {
    const name = c.req.param('name');
    const known = skills.entries.map(({ registration }) => registration.name);
    if (!known.includes(name)) {
      const message = `There is no skill "${name}". Known: ${known.join(', ') || 'none'}.`;
      throw new ControlError(404, 'unknown-skill', message);
    }
    const { enabled } = await readBody(c, EnabledSchema);
    return c.json(describeSkill(skills.setEnabled(name, enabled)));
  });
  return routes;
}
