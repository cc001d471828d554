import type { ProposalRefusal, TopicState } from './topic.ts';

/** Why a proposal was not taken. */
export type ProposingRefusal = ProposalRefusal | 'similar_topics' | 'not_for_you' | 'confirm_again';
/** Why somebody did not come into the group of a topic, or out of it. */
export type JoiningRefusal = 'not_for_you' | 'no_such_topic' | 'decided_already' | 'confirm_again';

const da = {
  title: 'Foreslå et emne',
  lead: 'Én sætning er nok. Du hører, hvad der bliver af det.',
  sentence: 'Hvad skal klyngen tale om, og hvorfor?',
  sentenceHint: 'For eksempel: Mange ældre får sovemedicin i årevis. Hvordan får vi det trappet ned?',
  measure: 'Hvad kunne måles?',
  measureHint:
    'For eksempel: hvor mange over 75 år, der får sovemedicin i mere end 6 måneder. Skriv ikke om en bestemt patient.',
  act: 'Send forslaget',
  actAnyway: 'Nej, det er noget andet: send mit forslag',
  similar: {
    title: 'Handler det om det samme?',
    lead: 'Det her er foreslået før. Er det det samme, så hjælp med det i stedet.',
    isSame: 'Det er det samme: jeg vil gerne være med',
    isIn: 'Du er med i gruppen.',
    states: {
      proposed: 'foreslået',
      planned: 'på planen',
      met: 'har været taget op',
      merged: 'lagt sammen',
      dropped: 'ikke taget op',
      withdrawn: 'trukket tilbage',
    } satisfies Record<TopicState, string>,
  },
  sent: 'Dit forslag er sendt. Du hører, hvad der bliver af det.',
  joined: 'Du er med i gruppen om emnet.',
  refusal: {
    sentence_missing: 'Skriv, hvad klyngen skal tale om: mindst 3 tegn.',
    sentence_too_long: 'Forslaget er for langt. Hold det på 300 tegn; resten kan I tale om.',
    measure_too_long: 'Det, der kunne måles, er for langt. Hold det på 300 tegn.',
    names_a_patient:
      'Det ligner et CPR-nummer. Intet er gemt. Tag det ud, og skriv om emnet uden en bestemt patient.',
    similar_topics: 'Se først, om det er foreslået før. Dit forslag står nedenfor og er ikke sendt endnu.',
    not_for_you: 'Kun de, der hører til en praksis i klyngen, foreslår emner og stemmer.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<ProposingRefusal, string>,
  joining: {
    not_for_you: 'Kun de, der hører til en praksis i klyngen, kan være med i en gruppe.',
    no_such_topic: 'Emnet findes ikke mere.',
    decided_already: 'Der er ikke mere at forberede: emnet er afgjort.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<JoiningRefusal, string>,
};

const en: typeof da = {
  title: 'Propose a topic',
  lead: 'One sentence will do. You will hear what becomes of it.',
  sentence: 'What shall the cluster talk about, and why?',
  sentenceHint: 'For example: Many older people take sleeping pills for years. How do we taper them off?',
  measure: 'What could be measured?',
  measureHint:
    'For example: how many over 75 get sleeping pills for more than 6 months. Do not write about a single patient.',
  act: 'Send the proposal',
  actAnyway: 'No, it is something else: send my proposal',
  similar: {
    title: 'Is it about the same?',
    lead: 'This has been proposed before. If it is the same, help with it instead.',
    isSame: 'It is the same: I would like to join',
    isIn: 'You are in the group.',
    states: {
      proposed: 'proposed',
      planned: 'in the plan',
      met: 'has been taken up',
      merged: 'merged',
      dropped: 'not taken up',
      withdrawn: 'withdrawn',
    },
  },
  sent: 'Your proposal has been sent. You will hear what becomes of it.',
  joined: 'You are in the group on the topic.',
  refusal: {
    sentence_missing: 'Write what the cluster shall talk about: at least 3 characters.',
    sentence_too_long: 'The proposal is too long. Keep it to 300 characters; the rest can be talked about.',
    measure_too_long: 'What could be measured is too long. Keep it to 300 characters.',
    names_a_patient:
      'That looks like a CPR number. Nothing has been saved. Take it out, and write about the topic without a single patient.',
    similar_topics:
      'First see whether it has been proposed before. Your proposal stands below and has not been sent yet.',
    not_for_you: 'Only those who belong to a practice of the cluster propose topics and vote.',
    confirm_again: 'First confirm that it is you.',
  },
  joining: {
    not_for_you: 'Only those who belong to a practice of the cluster can be in a group.',
    no_such_topic: 'The topic is no longer there.',
    decided_already: 'There is nothing left to prepare: the topic has been decided.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the form for a proposal says, wherever it stands. */
export const topicProposalText = { da, en };
