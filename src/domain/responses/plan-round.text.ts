import { count, type Locale } from '#ui/format.ts';
import type { PlanRefusal } from './round.ts';
import type { RoundChoice } from './round-choices.server.ts';
import type { TypedRefusal } from './round-wish.ts';

/** Why a round cannot be planned, changed, opened, prolonged or taken back as wished. */
export type RoundRefusal =
  | PlanRefusal
  | TypedRefusal
  | 'no_such_round'
  | 'no_such_choice'
  | 'questionnaire_unfinished'
  | 'round_is_open'
  | 'round_not_open'
  | 'round_is_over'
  | 'no_such_day'
  | 'somebody_answered'
  | 'nobody_to_remind'
  | 'confirm_again';

const da = {
  title: 'Spørgeskemaer til mødet',
  lead: 'Spørg lægerne før mødet, og se svarene sammen på mødet. Skemaet åbner, minder og lukker af sig selv.',
  none: {
    title: 'Intet spørgeskema endnu',
    text: 'Vælg, hvad I vil spørge om. Det tager et par minutter, og intet bliver sendt, før dagen kommer.',
    waiting: 'Her står spørgeskemaerne, når koordinatoren har planlagt et.',
  },
  choose: 'Planlæg et spørgeskema',
  chooseAnother: 'Planlæg et mere',
  from: {
    package: 'Pakkens spørgsmål',
    own: 'Jeres eget spørgeskema',
    again: 'Spørg igen',
    evaluation: 'Om mødet, på 60 sekunder',
  } satisfies Record<RoundChoice['from'], string>,
  fromMeeting: (meeting: string) => `Stillet til ”${meeting}”. Svarene bliver sammenlignet med dem derfra.`,
  questions: (n: number) => count('da', n, { one: 'spørgsmål', other: 'spørgsmål' }),
  ownOnes: 'Se og skriv egne spørgeskemaer',
  plan: {
    title: 'Planlæg spørgeskemaet',
    see: 'Se spørgsmålene',
    asks: 'Hvem i klyngen?',
    doctorsHint: (n: number) =>
      `Også uddannelseslæger. ${count('da', n, { one: 'person', other: 'personer' })} i dag.`,
    everybodyHint: (n: number) =>
      `Læger, sygeplejersker, sekretærer og alle andre. ${count('da', n, { one: 'person', other: 'personer' })} i dag.`,
    attendeesHint: 'Dem, der er krydset af som mødt. Er ingen krydset af, dem der sagde, at de kom.',
    nobodyHint: 'Kun samarbejdspartneren bliver spurgt.',
    tooFewHere: (least: string) =>
      `Der er færre end ${least} at spørge. Med færre end ${least} svar bliver intet vist.`,
    partner: 'En samarbejdspartner, der får de samme spørgsmål',
    partnerHint: (least: string) =>
      `Partnerens folk får et link med mail. På mødet står de to sider ved siden af hinanden. Der vises kun noget, når mindst ${least} hos partneren har svaret.`,
    noPartner: 'Ingen',
    reachable: (name: string, n: number) =>
      `${name}: ${count('da', n, { one: 'kan', other: 'kan' })} få mail`,
    reachableFew: (name: string, n: number) => `${name}: kun ${n} kan få mail, så intet vil blive vist`,
    noPartnerQuestions: 'Spørgsmålene er kun skrevet til læger. Derfor kan en samarbejdspartner ikke få dem.',
    names: 'Med eller uden navne?',
    anonymous: 'Uden navne',
    anonymousHint: (least: string) =>
      `Du ser, hvem der mangler at svare, men aldrig hvad nogen har svaret. Heller ikke med hele databasen i hånden kan det findes. Svarene vises, når mindst ${least} har svaret.`,
    named: 'Med navne',
    namedHint:
      'Du ser, hvem der har svaret hvad, og det får de at vide, før de svarer. Alle andre ser kun de samlede svar. Brug det til praktiske ting, ikke til holdninger.',
    fast: 'Navne kan ikke slås til eller fra, når skemaet er åbnet.',
    wellbeing:
      'Skemaet handler om trivsel. Det er altid uden navne, ingen kan svare med egne ord, og svarene vises først, når mindst ti har svaret.',
    opensOn: 'Åbner',
    closesOn: 'Sidste dag at svare',
    dayHint: 'Fx 14.4.2027. Er det i dag, åbner det inden for et par minutter, og mailene går.',
    moves: 'Retter du ikke dagene, flytter de med mødet.',
    noDay: 'Mødet har ingen dato endnu. Lad felterne stå tomme, så kommer dagene af sig selv.',
    act: 'Planlæg',
    save: 'Gem',
    change: 'Ret',
    back: 'Til mødet',
  },
  planned: 'Spørgeskemaet er planlagt. Ingen får noget, før dagen kommer.',
  refusals: {
    no_such_meeting: 'Mødet er aflyst eller findes ikke mere.',
    meeting_over: 'Mødet er afsluttet.',
    no_such_partner: 'Samarbejdspartneren er ikke på listen længere. Vælg en anden.',
    nobody_asked: 'Vælg, hvem der skal spørges.',
    nobody_at_partner: 'Ingen hos samarbejdspartneren har en mailadresse. Skriv den på deres side først.',
    nothing_for_partner: 'Ingen af spørgsmålene er skrevet til en samarbejdspartner.',
    wellbeing_named: 'Et skema om trivsel er altid uden navne.',
    opens_in_the_past: 'Dagen, det åbner, er gået. Vælg i dag eller en senere dag.',
    asked_lately:
      'De samme mennesker bliver spurgt om det samme nu, eller svarene er talt op for mindre end fire uger siden. Forskellen kunne røbe, hvad enkelte har svaret. Spørg alle i samme skema, eller vælg en dag mindst fire uger efter optællingen.',
    closes_before_it_opens: 'Sidste dag at svare ligger før den dag, det åbner.',
    day_not_understood: 'Skriv dagen som 14.4.2027.',
    day_missing: 'Skriv begge dage, eller lad begge stå tomme.',
    no_such_round: 'Spørgeskemaet findes ikke mere.',
    no_such_choice: 'Det, du valgte at spørge om, findes ikke mere.',
    questionnaire_unfinished: 'Spørgeskemaet er ikke skrevet færdigt. Ret det først.',
    round_is_open: 'Spørgeskemaet er åbnet. Nu kan kun den sidste dag ændres.',
    round_not_open: 'Spørgeskemaet er ikke åbent.',
    round_is_over: 'Spørgeskemaet er slut.',
    no_such_day: 'Vælg en dag fra i dag og højst et år frem.',
    somebody_answered: 'Nogen har svaret. Derfor kan spørgeskemaet ikke tages tilbage. Luk det i stedet.',
    nobody_to_remind: 'Alle, der mangler, er spurgt eller mindet i dag. Prøv igen i morgen.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<RoundRefusal, string>,
};

const en: typeof da = {
  title: 'Questionnaires for the meeting',
  lead: 'Ask the doctors before the meeting, and look at the answers together. It opens, reminds and closes by itself.',
  none: {
    title: 'No questionnaire yet',
    text: 'Choose what to ask about. It takes a few minutes, and nothing is sent before its day.',
    waiting: 'Questionnaires stand here once the coordinator has planned one.',
  },
  choose: 'Plan a questionnaire',
  chooseAnother: 'Plan another',
  from: {
    package: 'The package’s questions',
    own: 'Your own questionnaire',
    again: 'Ask again',
    evaluation: 'About the meeting, in 60 seconds',
  },
  fromMeeting: (meeting) => `Asked for “${meeting}”. The answers are compared with those.`,
  questions: (n) => count('en', n, { one: 'question', other: 'questions' }),
  ownOnes: 'See and write your own questionnaires',
  plan: {
    title: 'Plan the questionnaire',
    see: 'See the questions',
    asks: 'Who in the cluster?',
    doctorsHint: (n) =>
      `Doctors in training too. ${count('en', n, { one: 'person', other: 'people' })} today.`,
    everybodyHint: (n) =>
      `Doctors, nurses, secretaries and all others. ${count('en', n, { one: 'person', other: 'people' })} today.`,
    attendeesHint: 'Those ticked off as present. If nobody is, those who said they would come.',
    nobodyHint: 'Only the partner is asked.',
    tooFewHere: (least) =>
      `There are fewer than ${least} to ask. With fewer than ${least} answers nothing is shown.`,
    partner: 'A partner who gets the same questions',
    partnerHint: (least) =>
      `The partner’s people get a link by mail. At the meeting both sides stand beside each other. Nothing is shown until at least ${least} of the partner have answered.`,
    noPartner: 'None',
    reachable: (name, n) => `${name}: ${n} can be mailed`,
    reachableFew: (name, n) => `${name}: only ${n} can be mailed, so nothing will be shown`,
    noPartnerQuestions: 'The questions are written for doctors alone. So a partner cannot be asked them.',
    names: 'With or without names?',
    anonymous: 'Without names',
    anonymousHint: (least) =>
      `You see who has not answered, but never what anybody answered. It cannot be found, not even with the whole database in hand. Answers are shown when at least ${least} have answered.`,
    named: 'With names',
    namedHint:
      'You see who answered what, and they are told so before they answer. Everybody else sees only the answers together. Use it for practical things, not for views.',
    fast: 'Names cannot be turned on or off once the questionnaire is open.',
    wellbeing:
      'The questionnaire is about wellbeing. It is always without names, nobody answers in words of their own, and answers are shown only when at least ten have answered.',
    opensOn: 'Opens',
    closesOn: 'Last day to answer',
    dayHint: 'For example 14.4.2027. If it is today, it opens within a few minutes, and the mails go.',
    moves: 'If you leave the days as they are, they move with the meeting.',
    noDay: 'The meeting has no date yet. Leave the fields empty, and the days come by themselves.',
    act: 'Plan',
    save: 'Save',
    change: 'Change',
    back: 'To the meeting',
  },
  planned: 'The questionnaire is planned. Nobody gets anything before its day.',
  refusals: {
    no_such_meeting: 'The meeting is cancelled or no longer there.',
    meeting_over: 'The meeting is closed.',
    no_such_partner: 'The partner is on the list no longer. Choose another.',
    nobody_asked: 'Choose who is to be asked.',
    nobody_at_partner: 'Nobody at the partner has a mail address. Write it on their page first.',
    nothing_for_partner: 'None of the questions is written for a partner.',
    wellbeing_named: 'A questionnaire about wellbeing is always without names.',
    opens_in_the_past: 'The day on which it opens has passed. Choose today or a later day.',
    asked_lately:
      'The same people are being asked the same now, or the answers were counted less than four weeks ago. The difference could tell what single people answered. Ask everybody in one questionnaire, or choose a day at least four weeks after the count.',
    closes_before_it_opens: 'The last day to answer is before the day on which it opens.',
    day_not_understood: 'Write the day as 14.4.2027.',
    day_missing: 'Write both days, or leave both empty.',
    no_such_round: 'The questionnaire is no longer there.',
    no_such_choice: 'What you chose to ask about is no longer there.',
    questionnaire_unfinished: 'The questionnaire is not finished. Mend it first.',
    round_is_open: 'The questionnaire is open. Now only its last day can be changed.',
    round_not_open: 'The questionnaire is not open.',
    round_is_over: 'The questionnaire is over.',
    no_such_day: 'Choose a day from today and at most a year ahead.',
    somebody_answered: 'Somebody has answered. So it cannot be taken back. Close it instead.',
    nobody_to_remind: 'All who are missing were asked or reminded today. Try again tomorrow.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What is said where a round is planned and changed, and why it cannot be. */
export const planRoundText: Record<Locale, typeof da> = { da, en };
