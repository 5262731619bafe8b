import { describe, expect, it } from 'vitest';
import { newConversation } from './conversation.ts';
import { isHeard, routeUtterance } from './route-utterance.ts';

const SKILLS = ['room', 'switch'];
const talkingToRoom = { ...newConversation('room', 'ask_degrees'), frame: { asked: true } };

describe('who takes an utterance', () => {
  it('is the skill that is called, with a new conversation', () => {
    expect(routeUtterance('ok webex, tell room to dim', talkingToRoom, SKILLS)).toMatchObject({
      to: 'skill',
      text: 'dim',
      conversation: { skill: 'room', frame: {}, targetState: null },
    });
  });

  it('is the introduction of a skill that is only called by its name', () => {
    expect(routeUtterance('ok webex, open switch', null, SKILLS)).toMatchObject({
      to: 'skill',
      text: '',
      conversation: { skill: 'switch', targetState: 'skill_intro' },
    });
  });

  it('is the skill of the conversation when the Assistant listens and is not woken anew', () => {
    expect(routeUtterance(' twenty one ', talkingToRoom, SKILLS)).toEqual({
      to: 'skill',
      text: 'twenty one',
      conversation: talkingToRoom,
    });
  });

  it('is the Assistant itself when no skill is called, or one that is not to be had', () => {
    expect(routeUtterance('ok webex, what time is it', talkingToRoom, SKILLS)).toEqual({ to: 'assistant' });
    expect(routeUtterance('ok webex, tell echo hello', null, SKILLS)).toEqual({ to: 'assistant' });
    expect(routeUtterance('twenty one', talkingToRoom, ['switch'])).toEqual({ to: 'assistant' });
  });

  it('waits after the wake phrase alone, and then takes a call without it', () => {
    expect(routeUtterance('ok webex', null, SKILLS)).toEqual({ to: 'awake' });
    const woken = newConversation(null);
    expect(routeUtterance('tell room to dim', woken, SKILLS)).toMatchObject({ to: 'skill', text: 'dim' });
    expect(routeUtterance('what time is it', woken, SKILLS)).toEqual({ to: 'assistant' });
  });

  it('is nobody when the Assistant was not addressed and does not listen', () => {
    expect(isHeard('tell room to dim', null)).toBe(false);
    expect(isHeard('tell room to dim', newConversation(null))).toBe(true);
    expect(isHeard('hey webex, tell room to dim', null)).toBe(true);
  });
});
