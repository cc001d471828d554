import type { Scope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import type { Told } from './letter.text.ts';
import { type LetterFacts, type LetterKind, onOneLine } from './letter.ts';
import type { MeetingLetterKind } from './meeting-letter.ts';

/** A letter as it lies in the outbox. */
export type Letter = {
  letterId: string;
  kind: LetterKind;
  personId: string | null;
  email: string | null;
  clusterId: string | null;
  facts: LetterFacts;
  messageId: string;
  writtenAt: Date;
  attempts: number;
};

/** A letter about a meeting, or about the cluster's other doings. */
export type MeetingLetter = Omit<Letter, 'kind' | 'email' | 'clusterId'> & {
  kind: MeetingLetterKind;
  clusterId: string;
  meetingId: string | null;
  guestId: string | null;
  figureOrderId: string | null;
  questionnaireRoundId: string | null;
  respondentId: string | null;
  replyToId: string | null;
};

/** Whom a letter is for, and what it tells of besides the end of its link. */
export type Addressee = {
  personId: string;
  name: string;
  locale: Locale;
  isExample: boolean;
  address: string;
  told: Omit<Told, 'until'>;
};

/** The person a letter is for, with the address it goes to; null when there is nobody or no address left. */
export async function findAddressee(scope: Scope, letter: Letter): Promise<Addressee | null> {
  const person = await scope.db
    .selectFrom('person as p')
    .leftJoin('personAddress as a', 'a.personId', 'p.personId')
    .leftJoin('addressChange as c', 'c.personId', 'p.personId')
    .select(['p.personId', 'p.name', 'p.locale', 'p.isExample', 'a.email', 'c.email as newEmail'])
    .where('p.personId', '=', letter.personId)
    .executeTakeFirst();
  const address = letter.email ?? person?.email;
  if (!person || !address) return null;
  const locale: Locale = person.locale === 'en' ? 'en' : 'da';
  const { facts } = letter;
  const told = {
    name: onOneLine(person.name),
    cluster: onOneLine(await nameOfCluster(scope, letter.clusterId)),
    inviter: onOneLine(facts.inviter),
    source: onOneLine(facts.source),
    practice: onOneLine(facts.practice),
    colleague: onOneLine(facts.colleague),
    newEmail: person.newEmail ?? '',
  };
  return { personId: person.personId, name: told.name, isExample: person.isExample, address, locale, told };
}

async function nameOfCluster({ db }: Scope, clusterId: string | null): Promise<string> {
  if (!clusterId) return '';
  const found = await db
    .selectFrom('cluster')
    .select('name')
    .where('clusterId', '=', clusterId)
    .executeTakeFirst();
  return found?.name ?? '';
}

/** The ids of the letters that are due, the longest waiting first, at most so many. */
export async function listDueLetters({ db, now }: Scope, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('letter')
    .select('letterId')
    .where('sentAt', 'is', null)
    .where('failure', 'is', null)
    .where('recalledAt', 'is', null)
    .where('isForDigest', '=', false)
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .limit(most)
    .execute();
  return rows.map(({ letterId }) => letterId);
}

/** A letter to an example person, as the try-out shows it, and when it was sent. */
export type ExampleLetter = {
  letterId: string;
  addressee: string;
  subject: string;
  body: string;
  sentAt: Date;
};

/** The letters to example persons, newest first, at most so many; to one of them where a name is given. Each begins with whom it is for. */
export async function listExampleLetters({ db }: Scope, most: number, to = ''): Promise<ExampleLetter[]> {
  return db
    .selectFrom('exampleLetter')
    .select(['letterId', 'addressee', 'subject', 'body', 'sentAt'])
    .$if(to !== '', (letters) => letters.where('addressee', '=', to))
    .orderBy('sentAt', 'desc')
    .orderBy('letterId')
    .limit(most)
    .execute();
}

/** The names of the example persons who have got letters. */
export async function listExampleAddressees({ db }: Scope): Promise<string[]> {
  const rows = await db
    .selectFrom('exampleLetter')
    .select('addressee')
    .distinct()
    .where('addressee', 'is not', null)
    .orderBy('addressee')
    .execute();
  return rows.map(({ addressee }) => addressee!);
}
