import { count, dateText, dayText, list } from '#ui/format.ts';
import { halfYearText } from './half-year.text.ts';
import type { RankedLine } from './ranking.ts';
import type { TopicState } from './topic.ts';

/** Why something could not be done to a topic. */
export type TopicRefusal =
  | 'no_such_topic'
  | 'not_your_proposal'
  | 'decided_already'
  | 'stands_in_a_vote'
  | 'half_year_missing'
  | 'answer_missing'
  | 'answer_too_long'
  | 'names_a_patient'
  | 'target_missing'
  | 'not_planned'
  | 'not_for_you'
  | 'sentence_missing'
  | 'sentence_too_long'
  | 'measure_too_long'
  | 'no_such_vote'
  | 'vote_closed'
  | 'confirm_again';

const da = {
  title: 'Emner',
  lead: 'Det, klyngen gerne vil tale om. Alle kan foreslå, I vælger sammen, og den, der foreslog, hører, hvad der blev af det.',
  propose: 'Foreslå et emne',
  startVote: 'Start en afstemning',
  said: {
    proposed: 'Dit forslag er sendt. Du hører, hvad der bliver af det.',
    changed: 'Forslaget er rettet.',
    withdrawn: 'Forslaget er trukket tilbage.',
    joined: 'Du er med i gruppen.',
    left: 'Du er ude af gruppen.',
    placed: 'Dine prikker er gemt. Du kan ændre dem, til afstemningen lukker.',
    opened: 'Afstemningen er åben. Medlemmerne får besked.',
    closed: 'Afstemningen er lukket. Her er resultatet.',
    planned: 'Emnet står på planen.',
    moved: 'Rækkefølgen er ændret.',
    decided: 'Det er gemt. Den, der foreslog emnet, får besked.',
    merged: 'Emnerne er lagt sammen. Den, der foreslog det ene, får besked.',
  },
  empty: {
    title: 'Ingen emner endnu',
    text: 'Her samler I det, I gerne vil tale om. En sætning er nok: hvad undrer du dig over i din egen praksis?',
  },
  proposals: {
    title: 'Forslag',
    none: 'Ingen forslag venter lige nu.',
    inVote: (n: number) => `Se ${n === 1 ? 'det emne' : `de ${n} emner`}, der stemmes om`,
    more: (n: number) => `Vis ${count('da', n, { one: 'forslag', other: 'forslag' })} mere`,
  },
  by: (name: string | null, at: Date) =>
    name ? `Foreslået af ${name} den ${dayText('da', at)}` : `Foreslået den ${dayText('da', at)}`,
  byYou: (at: Date) => `Foreslået af dig den ${dayText('da', at)}`,
  group: {
    title: 'Gruppen',
    what: 'De, der er med, forbereder emnet sammen: hvad er spørgsmålet, og hvad vil vi måle?',
    none: 'Ingen har meldt sig endnu.',
    of: (names: readonly string[]) => `Vil være med: ${list('da', names)}`,
    you: 'du',
    join: 'Jeg vil gerne være med',
    leave: 'Jeg vil ikke være med længere',
  },
  measure: {
    title: 'Kan det måles?',
    said: (measure: string) => `Forslaget siger: ${measure}`,
    figures: 'Måske.',
    with: (names: readonly string[]) => `Klyngerum har tal, der ligner: ${list('da', names)}.`,
    fewWith: (names: readonly string[], more: number) =>
      `Tal, der ligner: ${more > 0 ? `${names.join(', ')} og ${more} til` : list('da', names)}.`,
    own: 'Måske. Klyngerum har ingen tal, der ligner. I kan tælle selv eller spørge hinanden.',
    fewOwn: 'Kan måske måles: I må selv tælle eller spørge hinanden.',
    unknown:
      'Det ved vi ikke endnu. Klyngerum har ingen tal, der ligner, og forslaget nævner ingen. Et spørgeskema kan være nok.',
    fewUnknown: 'Der er ikke fundet tal til det endnu.',
  },
  states: {
    proposed: 'forslag',
    planned: 'på planen',
    met: 'taget op',
    merged: 'lagt sammen',
    dropped: 'ikke taget op',
    withdrawn: 'trukket tilbage',
  } satisfies Record<TopicState, string>,
  inVote: 'Emnet er med i den afstemning, der kører.',
  plan: {
    title: 'Planen for to år',
    lead: 'Emnerne tages op ét ad gangen, i den rækkefølge, de står.',
    half: (halfYear: string) => halfYearText('da', halfYear),
    past: (halfYear: string) => `Ikke nået i ${halfYearText('da', halfYear)}`,
    none: 'Intet planlagt.',
    meeting: (title: string) => `Mødet: ${title}`,
    earlier: (sentence: string) => `Tag tidligere: ${sentence}`,
    later: (sentence: string) => `Tag senere: ${sentence}`,
    up: 'Tidligere',
    down: 'Senere',
  },
  makeMeeting: 'Lav et møde om emnet',
  result: {
    title: 'Seneste afstemning',
    earlier: 'Tidligere afstemninger',
    of: (endedOn: string, people: number, dots: number) =>
      `Lukket ${dateText('da', endedOn)}. ${people === 0 ? 'Ingen' : count('da', people, { one: 'person', other: 'personer' })} stemte med ${count('da', dots, { one: 'prik', other: 'prikker' })} hver.`,
    without: (n: number) => `${count('da', n, { one: 'emne', other: 'emner' })} fik ingen prikker`,
    place: 'Plads',
    topic: 'Emne',
    dots: 'Prikker',
    voters: 'Fra',
    people: (n: number) => count('da', n, { one: 'person', other: 'personer' }),
    placeOf: (place: RankedLine['place']) => {
      if (!place) return 'ingen';
      return place.first === place.last ? `${place.first}` : `${place.first}–${place.last} (lige mange)`;
    },
    leads: (sentences: readonly string[]) => {
      if (sentences.length === 0) return 'Ingen satte prikker.';
      if (sentences.length === 1) return `Flest prikker fik ”${sentences[0]}”.`;
      return `${sentences.length} emner fik lige mange prikker, flere end de andre. Afstemningen vælger ikke mellem dem: det må I selv.`;
    },
    merged: (into: string) => `Siden lagt sammen med ”${into}”. Prikkerne er ikke lagt sammen.`,
  },
  earlier: {
    title: 'Hvad der blev af de andre',
    mergedInto: (sentence: string) => `Lagt sammen med ”${sentence}”`,
    on: (at: Date) => dayText('da', at),
  },
  vote: {
    running: (closesOn: string) => `En afstemning kører til og med ${dateText('da', closesOn)}.`,
    close: 'Luk afstemningen nu',
    ask: 'Så ser alle resultatet med det samme, og ingen kan sætte eller ændre prikker. Det kan ikke gøres om.',
    confirm: 'Luk og vis resultatet',
  },
  own: {
    title: 'Dit forslag',
    change: 'Ret forslaget',
    save: 'Gem forslaget',
    withdraw: 'Træk forslaget tilbage',
    ask: 'Så er forslaget væk fra listen. Du kan foreslå det igen senere.',
  },
  decide: {
    title: 'Hvad skal der blive af emnet?',
    answer: 'Besked til den, der foreslog det',
    plan: 'Sæt på planen',
    replan: 'Flyt i planen',
    halfYear: 'Halvår',
    drop: 'Tag det ikke op',
    dropAnswer: 'Hvorfor ikke?',
    dropHint: 'Den, der foreslog det, får svaret i en mail, og alle kan læse det her.',
    dropAct: 'Send svaret',
    meet: 'Er taget op',
    meetHint: 'Når klyngen har haft emnet på et møde.',
    meetAct: 'Markér som taget op',
    merge: 'Læg sammen med et andet',
    mergeInto: 'Handler om det samme som',
    mergeHint: 'Gruppen følger med. Prikker i en afstemning, der kører, bliver, hvor de er.',
    mergeAct: 'Læg sammen',
    choose: 'Vælg et emne',
    takeUp: 'Tag det op igen som forslag',
    takeUpAsk: 'Så står emnet blandt forslagene igen, og den, der foreslog det, får besked.',
    takeOff: 'Tag det af planen',
    told: 'Den, der foreslog emnet, får besked.',
  },
  meetings: 'Møder om emnet',
  answerIs: 'Svar',
  toVote: 'Gå til afstemningen',
  plannedFor: (halfYear: string) => `Står på planen for ${halfYearText('da', halfYear)}.`,
  mergedIntoIs: 'Lagt sammen med:',
  refusal: {
    no_such_topic: 'Emnet findes ikke mere.',
    not_your_proposal: 'Kun den, der foreslog emnet, kan rette det.',
    decided_already: 'Der er taget stilling til emnet i mellemtiden. Se, hvad der står nu.',
    stands_in_a_vote: 'Emnet er med i den afstemning, der kører. Vent, til den er lukket.',
    half_year_missing: 'Vælg et af de fire halvår.',
    answer_missing: 'Skriv et svar til den, der foreslog emnet.',
    answer_too_long: 'Svaret er for langt. Hold det på 600 tegn.',
    names_a_patient: 'Det ligner et CPR-nummer. Intet er gemt. Tag det ud, og prøv igen.',
    target_missing: 'Vælg det emne, som det er det samme som.',
    not_planned: 'Emnet står ikke på planen mere.',
    not_for_you: 'Kun de, der hører til en praksis i klyngen, kan være med i en gruppe.',
    sentence_missing: 'Skriv, hvad klyngen skal tale om: mindst 3 tegn.',
    sentence_too_long: 'Forslaget er for langt. Hold det på 300 tegn; resten kan I tale om.',
    measure_too_long: 'Det, der kunne måles, er for langt. Hold det på 300 tegn.',
    no_such_vote: 'Afstemningen findes ikke mere.',
    vote_closed: 'Afstemningen er lukket allerede. Her er resultatet.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<TopicRefusal, string>,
};

const en: typeof da = {
  title: 'Topics',
  lead: 'What the cluster would like to talk about. Everybody can propose, you choose together, and whoever proposed hears what became of it.',
  propose: 'Propose a topic',
  startVote: 'Start a vote',
  said: {
    proposed: 'Your proposal has been sent. You will hear what becomes of it.',
    changed: 'The proposal has been changed.',
    withdrawn: 'The proposal has been withdrawn.',
    joined: 'You are in the group.',
    left: 'You are out of the group.',
    placed: 'Your dots are saved. You can change them until the vote closes.',
    opened: 'The vote is open. The members are told.',
    closed: 'The vote has closed. Here is the result.',
    planned: 'The topic is in the plan.',
    moved: 'The order has been changed.',
    decided: 'It is saved. Whoever proposed the topic is told.',
    merged: 'The topics have been merged. Whoever proposed the one is told.',
  },
  empty: {
    title: 'No topics yet',
    text: 'Here you gather what you would like to talk about. One sentence will do: what makes you wonder in your own practice?',
  },
  proposals: {
    title: 'Proposals',
    none: 'No proposals are waiting.',
    inVote: (n) => (n === 1 ? 'See the topic that is voted on' : `See the ${n} topics that are voted on`),
    more: (n) => `Show ${count('en', n, { one: 'more proposal', other: 'more proposals' })}`,
  },
  by: (name, at) =>
    name ? `Proposed by ${name} on ${dayText('en', at)}` : `Proposed on ${dayText('en', at)}`,
  byYou: (at) => `Proposed by you on ${dayText('en', at)}`,
  group: {
    title: 'The group',
    what: 'Those who join prepare the topic together: what is the question, and what shall we measure?',
    none: 'Nobody has joined yet.',
    of: (names) => `Would like to help: ${list('en', names)}`,
    you: 'you',
    join: 'I would like to join',
    leave: 'I no longer want to be in it',
  },
  measure: {
    title: 'Can it be measured?',
    said: (measure) => `The proposal says: ${measure}`,
    figures: 'Perhaps.',
    with: (names) => `Klyngerum has figures like it: ${list('en', names)}.`,
    fewWith: (names, more) =>
      `Figures like it: ${more > 0 ? `${names.join(', ')} and ${more} more` : list('en', names)}.`,
    own: 'Perhaps. Klyngerum has no figures like it. You can count yourselves or ask each other.',
    fewOwn: 'Can perhaps be measured: you must count yourselves or ask each other.',
    unknown:
      'We do not know yet. Klyngerum has no figures like it, and the proposal names none. A questionnaire may be enough.',
    fewUnknown: 'No figures have been found for it yet.',
  },
  states: {
    proposed: 'proposal',
    planned: 'in the plan',
    met: 'taken up',
    merged: 'merged',
    dropped: 'not taken up',
    withdrawn: 'withdrawn',
  },
  inVote: 'The topic is in the vote that is running.',
  plan: {
    title: 'The plan for two years',
    lead: 'Topics are taken up in turn.',
    half: (halfYear) => halfYearText('en', halfYear),
    past: (halfYear) => `Not reached in the ${halfYearText('en', halfYear)}`,
    none: 'Nothing planned.',
    meeting: (title) => `The meeting: ${title}`,
    earlier: (sentence) => `Take earlier: ${sentence}`,
    later: (sentence) => `Take later: ${sentence}`,
    up: 'Earlier',
    down: 'Later',
  },
  makeMeeting: 'Make a meeting on the topic',
  result: {
    title: 'Latest vote',
    earlier: 'Earlier votes',
    of: (endedOn, people, dots) =>
      `Closed on ${dateText('en', endedOn)}. ${people === 0 ? 'Nobody' : count('en', people, { one: 'person', other: 'people' })} voted with ${count('en', dots, { one: 'dot', other: 'dots' })} each.`,
    without: (n) => `${count('en', n, { one: 'topic', other: 'topics' })} got no dots`,
    place: 'Place',
    topic: 'Topic',
    dots: 'Dots',
    voters: 'From',
    people: (n) => count('en', n, { one: 'person', other: 'people' }),
    placeOf: (place) => {
      if (!place) return 'none';
      return place.first === place.last ? `${place.first}` : `${place.first}–${place.last} (equal)`;
    },
    leads: (sentences) => {
      if (sentences.length === 0) return 'Nobody placed a dot.';
      if (sentences.length === 1) return `“${sentences[0]}” got most dots.`;
      return `${sentences.length} topics got equally many dots, more than the others. The vote does not choose between them: that is up to you.`;
    },
    merged: (into) => `Later merged with “${into}”. The dots are not added up.`,
  },
  earlier: {
    title: 'What became of the others',
    mergedInto: (sentence) => `Merged with “${sentence}”`,
    on: (at) => dayText('en', at),
  },
  vote: {
    running: (closesOn) => `A vote is running until ${dateText('en', closesOn)}, that day included.`,
    close: 'Close the vote now',
    ask: 'Everybody then sees the result at once, and nobody can place or change dots. It cannot be undone.',
    confirm: 'Close and show the result',
  },
  own: {
    title: 'Your proposal',
    change: 'Change the proposal',
    save: 'Save the proposal',
    withdraw: 'Withdraw the proposal',
    ask: 'The proposal then leaves the list. You can propose it again later.',
  },
  decide: {
    title: 'What shall become of the topic?',
    answer: 'Message to whoever proposed it',
    plan: 'Put in the plan',
    replan: 'Move in the plan',
    halfYear: 'Half-year',
    drop: 'Do not take it up',
    dropAnswer: 'Why not?',
    dropHint: 'Whoever proposed it gets the answer by mail, and everybody can read it here.',
    dropAct: 'Send the answer',
    meet: 'Has been taken up',
    meetHint: 'When the cluster has had the topic at a meeting.',
    meetAct: 'Mark as taken up',
    merge: 'Merge with another',
    mergeInto: 'Is about the same as',
    mergeHint: 'The group comes along. Dots in a vote that is running stay where they are.',
    mergeAct: 'Merge',
    choose: 'Choose a topic',
    takeUp: 'Take it up again as a proposal',
    takeUpAsk: 'The topic then stands among the proposals again, and whoever proposed it is told.',
    takeOff: 'Take it off the plan',
    told: 'Whoever proposed the topic is told.',
  },
  meetings: 'Meetings about it',
  answerIs: 'Answer',
  toVote: 'Go to the vote',
  plannedFor: (halfYear) => `In the plan for the ${halfYearText('en', halfYear)}.`,
  mergedIntoIs: 'Merged with:',
  refusal: {
    no_such_topic: 'The topic is no longer there.',
    not_your_proposal: 'Only whoever proposed the topic can change it.',
    decided_already: 'The topic has been decided meanwhile. See what it says now.',
    stands_in_a_vote: 'The topic is in the vote that is running. Wait until it has closed.',
    half_year_missing: 'Choose one of the four half-years.',
    answer_missing: 'Write an answer to whoever proposed the topic.',
    answer_too_long: 'The answer is too long. Keep it to 600 characters.',
    names_a_patient: 'That looks like a CPR number. Nothing has been saved. Take it out and try again.',
    target_missing: 'Choose the topic that it is the same as.',
    not_planned: 'The topic is no longer in the plan.',
    not_for_you: 'Only those who belong to a practice of the cluster can be in a group.',
    sentence_missing: 'Write what the cluster shall talk about: at least 3 characters.',
    sentence_too_long: 'The proposal is too long. Keep it to 300 characters; the rest can be talked about.',
    measure_too_long: 'What could be measured is too long. Keep it to 300 characters.',
    no_such_vote: 'The vote is no longer there.',
    vote_closed: 'The vote has closed already. Here is the result.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the pages about topics say. */
export const topicsText = { da, en };
