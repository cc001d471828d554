import type { OpeningRefusal } from './ballot.ts';

const da = {
  title: 'Start en afstemning om emner',
  lead: 'Alle i klyngens praksisser får lige mange prikker. Ingen ser tal, før afstemningen lukker; heller ikke du.',
  fixed: 'Emnerne står fast, mens der stemmes: ingen kan rette eller trække dem tilbage.',
  choices: 'Hvilke emner stemmes der om?',
  choicesHint: 'Mindst to. Læg dem sammen først, der handler om det samme.',
  dots: 'Prikker til hver',
  dotsHint: '1 til 10. Fem er godt til en halv snes emner.',
  closesOn: 'Sidste dag at stemme',
  closesOnHint:
    'Skriv datoen som 17. marts 2027 eller 17.3.2027. Lukker den inden for 10 dage, får alle en mail nu. Ellers får de besked i den ugentlige mail.',
  act: 'Åbn afstemningen',
  toVote: 'Se afstemningen',
  back: 'Se emnerne',
  tooFew: {
    title: 'Der skal være to forslag at stemme om',
    text: 'Bed om forslag, eller skriv dem selv. Forslag, der er på planen eller afgjort, stemmes der ikke om.',
  },
  refusal: {
    vote_is_open: 'En afstemning kører allerede. Luk den først, eller vent, til den lukker.',
    too_few_choices: 'Vælg mindst to emner.',
    choice_decided: 'Et af emnerne er ikke et forslag mere. Se listen igennem igen.',
    dots_out_of_range: 'Skriv et helt tal fra 1 til 10.',
    day_malformed: 'Skriv en dato som 17. marts 2027.',
    day_passed: 'Den dag er gået. Vælg en dag fra i dag og frem.',
    day_too_late: 'Det er mere end 90 dage væk. Vælg en tidligere dag, så I kommer videre.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<OpeningRefusal | 'confirm_again', string>,
};

const en: typeof da = {
  title: 'Start a vote on topics',
  lead: 'Everybody in the practices of the cluster gets the same number of dots. Nobody sees counts until the vote closes; not you either.',
  fixed: 'The topics stand fixed while the vote runs: nobody can change or withdraw them.',
  choices: 'Which topics are voted on?',
  choicesHint: 'At least two. First merge those that are about the same.',
  dots: 'Dots for each',
  dotsHint: '1 to 10. Five suits about ten topics.',
  closesOn: 'Last day to vote',
  closesOnHint:
    'Write the date as 17 March 2027 or 17.3.2027. If it closes within 10 days, everybody gets a mail now. Otherwise they are told in the weekly mail.',
  act: 'Open the vote',
  toVote: 'See the vote',
  back: 'See the topics',
  tooFew: {
    title: 'There must be two proposals to vote on',
    text: 'Ask for proposals, or write some yourself. Proposals in the plan or decided are not voted on.',
  },
  refusal: {
    vote_is_open: 'A vote is running already. Close it first, or wait until it closes.',
    too_few_choices: 'Choose at least two topics.',
    choice_decided: 'One of the topics is no longer a proposal. Look through the list again.',
    dots_out_of_range: 'Write a whole number from 1 to 10.',
    day_malformed: 'Write a date such as 17 March 2027.',
    day_passed: 'That day has passed. Choose a day from today on.',
    day_too_late: 'That is more than 90 days away. Choose an earlier day, so that you get on.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the page says on which a vote is opened. */
export const topicVoteText = { da, en };
