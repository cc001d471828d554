/**
 * A topic is what a member wants the cluster to talk about: one sentence, and perhaps what could be measured. It is
 * proposed, may be voted on, and always ends in something that its proposer hears of.
 */
export const TOPIC_STATES = ['proposed', 'planned', 'met', 'merged', 'dropped', 'withdrawn'] as const;
export type TopicState = (typeof TOPIC_STATES)[number];

/** What somebody proposes. `measure` is empty where they did not say. */
export type Proposal = { sentence: string; measure: string };

export const SENTENCE_MOST = 300;
export const SENTENCE_LEAST = 3;
export const ANSWER_MOST = 600;

/** Why a proposal cannot be taken as it is written. */
export type ProposalRefusal =
  | 'sentence_missing'
  | 'sentence_too_long'
  | 'measure_too_long'
  | 'names_a_patient';

/** Reads the fields `sentence` and `measure` of a form, each on one line. */
export function proposalIn(form: FormData): Proposal {
  return { sentence: lineIn(form, 'sentence'), measure: lineIn(form, 'measure') };
}

/** A field of a form as one line without blanks at its ends; empty when it was not sent. */
export function lineIn(form: FormData, field: string): string {
  const typed = form.get(field);
  // Control characters are no letters, and no table takes a zero byte.
  return typeof typed === 'string' ? typed.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
}

/** How long a text is as the tables count it: in characters, whatever they weigh. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Why the words of a proposal cannot stand, or null when they can. */
export function refusalOfProposal({ sentence, measure }: Proposal): ProposalRefusal | null {
  if (lengthOf(sentence) < SENTENCE_LEAST) return 'sentence_missing';
  if (lengthOf(sentence) > SENTENCE_MOST) return 'sentence_too_long';
  return lengthOf(measure) > SENTENCE_MOST ? 'measure_too_long' : null;
}

/** Whether something is still to come of a topic. */
export function isAlive(state: TopicState): boolean {
  return state === 'proposed' || state === 'planned';
}

/** What those who lead can make of a topic. */
export const DECISIONS = ['plan', 'drop', 'meet', 'merge', 'take_up'] as const;
export type Decision = (typeof DECISIONS)[number];

const MAY: Record<Decision, readonly TopicState[]> = {
  plan: ['proposed', 'planned', 'dropped'],
  drop: ['proposed', 'planned'],
  meet: ['proposed', 'planned'],
  merge: ['proposed', 'planned'],
  // Back among the proposals: what was decided too soon, or was not the same after all.
  take_up: ['planned', 'dropped', 'met', 'merged'],
};

export type DecisionRefusal = 'no_such_topic' | 'decided_already' | 'stands_in_a_vote';
/** What a decision looks at: the state, and whether the topic stands in a vote that runs. */
export type Standing = { state: TopicState; isVotedOn: boolean };

/** Why this cannot be decided of a topic now, or null when it can. Merging touches no vote that runs. */
export function refusalOfDecision(topic: Standing | null, decision: Decision): DecisionRefusal | null {
  if (!topic) return 'no_such_topic';
  if (!MAY[decision].includes(topic.state)) return 'decided_already';
  return topic.isVotedOn && decision !== 'merge' ? 'stands_in_a_vote' : null;
}

/** What the page of a topic can offer those who lead. */
export function decisionsOn(topic: Standing): Decision[] {
  return DECISIONS.filter((decision) => refusalOfDecision(topic, decision) === null);
}

export type ChangeRefusal = 'no_such_topic' | 'not_your_proposal' | 'decided_already' | 'stands_in_a_vote';

/** Why somebody cannot change or withdraw a proposal now, or null when they can. */
export function refusalOfChange(topic: (Standing & { isOwn: boolean }) | null): ChangeRefusal | null {
  if (!topic) return 'no_such_topic';
  if (!topic.isOwn) return 'not_your_proposal';
  if (topic.state !== 'proposed') return 'decided_already';
  return topic.isVotedOn ? 'stands_in_a_vote' : null;
}
