import { type Context, Hono } from 'hono';
import type { Skill } from '../../dialogue/skill.ts';
import { clientAddress, isFromThisMachine, type NodeContext } from '../../http/client-address.ts';
import { checkHealth } from './check-health.ts';
import type { AssistantDoorOptions } from './door-options.ts';
import { Gate } from './gate.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { ReplayGuard } from './replay-guard.ts';
import { takeTurn } from './take-turn.ts';

const PATHS = ['/skills/:skill', '/parse'];

type Work = (c: Context<NodeContext>, skill: Skill) => Promise<Response>;

/** The Assistant's door: turns (POST) and health checks (GET) of every skill, as the skills service sends them. */
export function createAssistantDoor(options: AssistantDoorOptions): Hono<NodeContext> {
  const now = options.now ?? Date.now;
  const { log, keys, freshnessSeconds } = options;
  const replays = new ReplayGuard({ freshnessSeconds, now });
  const gate = new Gate({ ...options, now });
  const skills = new Map(options.skills.map((skill) => [skill.name, skill]));
  const defaultSkill = options.defaultSkill ?? options.skills[0]?.name ?? '';

  const turn: Work = async (c, skill) => {
    const body = await readBody(c.env.incoming);
    const allowPlain = options.plainRequests && isFromThisMachine(c);
    const tools = { ring: keys.ringOf(skill.name), replays, log, now, allowPlain };
    const { response, utterance, watch } = await takeTurn(body, skill, tools);
    log.info({ skill: skill.name, ms: watch.total, ...(options.logUtterances && { utterance }) }, 'turn');
    if (options.serverTiming) c.header('Server-Timing', watch.toHeader());
    return c.body(response, 200, { 'content-type': 'application/json' });
  };

  const health: Work = async (c, skill) =>
    c.json(await checkHealth(c.req.query(), keys.ringOf(skill.name), replays));

  const admit = (work: Work) => async (c: Context<NodeContext>) => {
    const name = c.req.param('skill') ?? defaultSkill;
    try {
      const skill = skills.get(name);
      if (skill === undefined) throw new Refusal('unknown-skill');
      return await gate.pass(clientAddress(c, options.trustedProxies), () => work(c, skill));
    } catch (error) {
      return refuse(c, error, log);
    }
  };

  const door = new Hono<NodeContext>();
  return door.on('POST', PATHS, admit(turn)).on('GET', PATHS, admit(health));
}
