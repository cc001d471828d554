import { count, dateText } from '#ui/format.ts';
import type { BallotRefusal } from './ballot.ts';

const dotsDa = (n: number) => count('da', n, { one: 'prik', other: 'prikker' });
const dotsEn = (n: number) => count('en', n, { one: 'dot', other: 'dots' });

const da = {
  title: 'Stem om emner',
  lead: (dots: number, closesOn: string) =>
    `Du har ${dotsDa(dots)}. Sæt dem senest ${dateText('da', closesOn)}: alle på ét emne, eller spredt.`,
  secret:
    'Ingen ser, hvor du sætter dine. Ingen ser tal, før afstemningen lukker; heller ikke koordinatoren.',
  dots: dotsDa,
  turnout: (people: number) =>
    people === 0
      ? 'Ingen har stemt endnu.'
      : `${count('da', people, { one: 'person', other: 'personer' })} har stemt.`,
  placed: (placed: number, dots: number) =>
    placed < dots
      ? `Du har sat ${dotsDa(placed)} og har ${placed === 0 ? dotsDa(dots) : dots - placed} tilbage. Du kan ændre dem, til afstemningen lukker.`
      : `Du har sat alle dine ${dotsDa(dots)}. Du kan ændre dem, til afstemningen lukker.`,
  none: 'Du har ikke stemt endnu.',
  dotsOn: 'Prikker',
  help: 'Jeg vil gerne være med til at forberede det',
  isIn: 'Du er med i gruppen',
  act: 'Gem mine prikker',
  saved: 'Dine prikker er gemt.',
  late: {
    title: 'Afstemningen lukkede, mens du svarede',
    text: 'Dine prikker kom for sent og er ikke talt med. Det her havde du sat:',
    earlier: 'Havde du gemt prikker tidligere, er de talt med.',
  },
  fieldMalformed: 'Skriv et helt tal, eller lad feltet stå tomt.',
  refusal: {
    no_such_vote: 'Afstemningen findes ikke mere.',
    vote_closed: 'Afstemningen er lukket. Dine prikker er ikke gemt.',
    dots_malformed: 'Prikker er hele tal. Ret felterne herunder.',
    too_many_dots: 'Du har sat flere prikker, end du har. Tag nogle tilbage.',
    not_a_choice: 'Et af emnerne er ikke med i afstemningen. Hent siden igen, og sæt dine prikker.',
    not_for_you: 'Kun de, der hører til en praksis i klyngen, stemmer om emner.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<BallotRefusal | 'confirm_again', string>,
  tooMany: (placed: number, dots: number) =>
    `Du har sat ${dotsDa(placed)}, men har ${dots}. Tag ${dotsDa(placed - dots)} tilbage.`,
};

const en: typeof da = {
  title: 'Vote on topics',
  lead: (dots, closesOn) =>
    `You have ${dotsEn(dots)}. Place them by ${dateText('en', closesOn)}: all on one topic, or spread.`,
  secret:
    'Nobody sees where you place yours. Nobody sees counts until the vote closes; not the coordinator either.',
  dots: dotsEn,
  turnout: (people) =>
    people === 0
      ? 'Nobody has voted yet.'
      : `${count('en', people, { one: 'person has', other: 'people have' })} voted.`,
  placed: (placed, dots) =>
    placed < dots
      ? `You have placed ${dotsEn(placed)} and have ${placed === 0 ? dotsEn(dots) : dots - placed} left. You can change them until the vote closes.`
      : `You have placed all your ${dotsEn(dots)}. You can change them until the vote closes.`,
  none: 'You have not voted yet.',
  dotsOn: 'Dots',
  help: 'I would like to help prepare it',
  isIn: 'You are in the group',
  act: 'Save my dots',
  saved: 'Your dots are saved.',
  late: {
    title: 'The vote closed while you answered',
    text: 'Your dots came too late and are not counted. This is what you had placed:',
    earlier: 'If you had saved dots before, those are counted.',
  },
  fieldMalformed: 'Write a whole number, or leave the field empty.',
  refusal: {
    no_such_vote: 'The vote is no longer there.',
    vote_closed: 'The vote has closed. Your dots are not saved.',
    dots_malformed: 'Dots are whole numbers. Mend the fields below.',
    too_many_dots: 'You have placed more dots than you have. Take some back.',
    not_a_choice: 'One of the topics is not in the vote. Load the page again and place your dots.',
    not_for_you: 'Only those who belong to a practice of the cluster vote on topics.',
    confirm_again: 'First confirm that it is you.',
  },
  tooMany: (placed, dots) =>
    `You have placed ${dotsEn(placed)}, but have ${dots}. Take ${dotsEn(placed - dots)} back.`,
};

/** What a ballot on topics says, wherever it stands. */
export const topicBallotText = { da, en };
