import { expect, test } from 'vitest';
import {
  DECISIONS,
  decisionsOn,
  isAlive,
  proposalIn,
  refusalOfChange,
  refusalOfDecision,
  refusalOfProposal,
  TOPIC_STATES,
} from './topic.ts';

const form = (fields: Record<string, string>) => {
  const sent = new FormData();
  for (const [field, value] of Object.entries(fields)) sent.set(field, value);
  return sent;
};

test('a proposal is one line, whatever was typed', () => {
  expect(proposalIn(form({ sentence: '  Børn med\n\tfeber\u0000 ', measure: '' }))).toEqual({
    sentence: 'Børn med feber',
    measure: '',
  });
  expect(proposalIn(new FormData())).toEqual({ sentence: '', measure: '' });
});

test.each([
  ['nothing', '', '', 'sentence_missing'],
  ['two letters', 'øh', '', 'sentence_missing'],
  ['an ordinary sentence', 'Hvorfor får så mange ældre sovemedicin?', '', null],
  ['300 characters', 'æ'.repeat(300), 'ø'.repeat(300), null],
  ['300 characters that weigh more', '🩺'.repeat(300), '', null],
  ['301 characters', 'å'.repeat(301), '', 'sentence_too_long'],
  ['a long measure', 'Feber', 'å'.repeat(301), 'measure_too_long'],
] as const)('%s as a proposal: %#', (_what, sentence, measure, refusal) => {
  expect(refusalOfProposal({ sentence, measure })).toBe(refusal);
});

test('what can be decided follows from the state, and nothing but merging while a vote runs', () => {
  const table = TOPIC_STATES.map((state) => [
    state,
    decisionsOn({ state, isVotedOn: false }).join(' '),
    decisionsOn({ state, isVotedOn: true }).join(' '),
  ]);
  expect(table).toEqual([
    ['proposed', 'plan drop meet merge', 'merge'],
    ['planned', 'plan drop meet merge take_up', 'merge'],
    ['met', 'take_up', ''],
    ['merged', 'take_up', ''],
    ['dropped', 'plan take_up', ''],
    ['withdrawn', '', ''],
  ]);
});

test('a decision that cannot be made says why', () => {
  expect(refusalOfDecision(null, 'plan')).toBe('no_such_topic');
  expect(refusalOfDecision({ state: 'withdrawn', isVotedOn: false }, 'plan')).toBe('decided_already');
  expect(refusalOfDecision({ state: 'proposed', isVotedOn: true }, 'drop')).toBe('stands_in_a_vote');
  expect(DECISIONS.map((one) => refusalOfDecision({ state: 'proposed', isVotedOn: true }, one))).toEqual([
    'stands_in_a_vote',
    'stands_in_a_vote',
    'stands_in_a_vote',
    null,
    'decided_already',
  ]);
});

test.each([
  ['one’s own', { state: 'proposed', isVotedOn: false, isOwn: true }, null],
  ['a colleague’s', { state: 'proposed', isVotedOn: false, isOwn: false }, 'not_your_proposal'],
  ['one that is voted on', { state: 'proposed', isVotedOn: true, isOwn: true }, 'stands_in_a_vote'],
  ['one that is planned', { state: 'planned', isVotedOn: false, isOwn: true }, 'decided_already'],
  ['one that is withdrawn', { state: 'withdrawn', isVotedOn: false, isOwn: true }, 'decided_already'],
  ['none', null, 'no_such_topic'],
] as const)('changing %s: %#', (_whose, topic, refusal) => {
  expect(refusalOfChange(topic)).toBe(refusal);
});

test('something is still to come of what is proposed or planned', () => {
  expect(TOPIC_STATES.filter(isAlive)).toEqual(['proposed', 'planned']);
});
