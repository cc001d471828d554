import { count, dayText, type Locale, list } from '#ui/format.ts';
import type { Enrolled } from './enrolled.ts';
import type { HeldRole } from './membership.ts';

/** Why something about the people of a cluster cannot be changed as wished. */
export type MembersRefusal =
  | 'no_such_member'
  | 'no_such_practice'
  | 'practice_missing'
  | 'nothing_changed'
  | 'already_member'
  | 'own_membership'
  | 'own_practice'
  | 'last_coordinator'
  | 'role_needs_a_practice'
  | 'role_held_already'
  | 'role_not_held'
  | 'nothing_understood'
  | 'list_too_long'
  | 'rows_to_mend'
  | 'too_many_tries'
  | 'confirm_again';

const da = {
  title: 'Medlemmer',
  counted: (practices: number, people: number) =>
    `${count('da', practices, { one: 'praksis', other: 'praksisser' })} og ${count('da', people, { one: 'person', other: 'personer' })}`,
  added: ({ practices, people, numbers }: Omit<Enrolled, 'marked'>) =>
    practices + people + numbers === 0
      ? 'Alle på listen er med allerede. Ingen er inviteret igen.'
      : `${list(
          'da',
          [
            practices > 0
              ? count('da', practices, { one: 'praksis er oprettet', other: 'praksisser er oprettet' })
              : '',
            people > 0
              ? count('da', people, { one: 'person er inviteret', other: 'personer er inviteret' })
              : '',
            numbers > 0
              ? count('da', numbers, {
                  one: 'praksis har fået sit ydernummer',
                  other: 'praksisser har fået deres ydernummer',
                })
              : '',
          ].filter(Boolean),
        )}.`,
  marked: {
    title: 'Roller følger ikke med listen',
    text: 'På listen stod de her med en rolle, for eksempel koordinator. Den får de først, når du giver dem den.',
    give: (name: string) => `Giv ${name} en rolle`,
  },
  ended: 'Afsluttet. Det virker fra nu af.',
  acts: { add: 'Inviter flere', invite: 'Inviter én', sources: 'Datakilder' },
  alone: {
    title: 'Her er kun jeres egen praksis endnu',
    text: 'Sæt medlemslisten ind, som den står i en mail eller et ark. Så får alle en invitation.',
  },
  outside: 'Uden for praksisserne',
  nobody: 'Ingen er inviteret fra praksissen endnu.',
  number: (number: string) => `Ydernr. ${number}`,
  noNumber: 'Intet ydernummer endnu',
  claimed: 'ikke bekræftet',
  you: 'dig',
  open: (name: string) => `Ret ${name}`,
  clinicCoordinates: 'Klinikken er koordinator',
  member: {
    since: (day: Date) => `Inviteret ${dayText('da', day)}`,
    position: 'Hvad er personen i klyngen?',
    practice: 'Praksis',
    noPractice: 'Ingen praksis',
    save: 'Gem',
    changeNote:
      'Et andet slags medlemskab eller en anden praksis er et nyt medlemskab. Har personen kunnet se praksissens tal, skal en kollega bekræfte igen.',
    roles: 'Roller',
    holds: 'Har rollen',
    holdsByClinic: 'Har rollen gennem klinikken',
    give: {
      coordinator: 'Gør til koordinator',
      board: 'Sæt i bestyrelsen',
      treasurer: 'Gør til kasserer',
    } satisfies Record<HeldRole, string>,
    take: {
      coordinator: 'Ikke koordinator længere',
      board: 'Ud af bestyrelsen',
      treasurer: 'Ikke kasserer længere',
    } satisfies Record<HeldRole, string>,
    noRoles: 'Sekretær og konsulent har ingen roller i klyngen. De ville ellers se, hvad klyngen ser.',
    own: 'Dit eget medlemskab ændrer du ikke selv. Bed en anden koordinator om det, så der altid er en tilbage.',
    end: 'Afslut medlemskabet',
    ask: (name: string) => `Skal ${name} ud af klyngen?`,
    endNote: [
      'Personen kommer ikke længere ind i klyngen og ser ikke længere tal herfra. Det virker med det samme.',
      'Det, personen har svaret og aftalt, bliver stående. Du kan invitere igen, men adgang til praksissens tal følger ikke med.',
    ],
    keep: 'Nej, lad det være',
  },
  practice: {
    since: (day: string) => `Med siden ${dayText('da', day)}`,
    people: 'Folk i praksissen',
    clinic: 'Klinikken som koordinator',
    clinicNote: 'Så er alle klinikkens læger koordinatorer, også dem, der kommer til senere.',
    giveClinic: 'Gør klinikken til koordinator',
    takeClinic: 'Tag rollen fra klinikken',
    numberNote:
      'Uden ydernummer kan leverede tal ikke finde praksissen. Skriv praksissens navn og nummer på en linje under ”Inviter flere”: så kommer nummeret på.',
    claimNote:
      'Et nummer, der ikke er bekræftet, er klyngens eget ord. En datakilde, som driften kender, bekræfter det. Er det skrevet forkert, så afslut praksissen, og sæt den ind igen.',
    end: 'Afslut praksissens medlemskab',
    ask: (name: string) => `Skal ${name} ud af klyngen?`,
    endNote: [
      'Alle fra praksissen kommer ud med det samme. Praksissens tal indgår ikke i nye billeder for klyngen.',
      'Praksissens ja til datakilderne bortfalder. Kommer den igen, svarer den forfra.',
      'Deres svar om datoer og møder, der kommer, tæller ikke længere med, og deres links lukker. Stedet får selv det nye antal på sidste dag. Sig til dem, at mødet skal ud af deres kalender.',
    ],
    own: 'Din egen praksis afslutter du ikke selv. Bed en koordinator fra en anden praksis om det.',
  },
  add: {
    title: 'Inviter flere',
    lead: 'Sæt listen ind, som den står. De, der er med allerede, får ingen ny mail.',
    checkTitle: 'Er listen forstået rigtigt?',
    send: 'Send invitationer',
    steps: ['Liste', 'Se efter'],
  },
  one: {
    title: 'Inviter én',
    lead: 'Personen får en mail med et link. Der skal ikke bruges en adgangskode.',
    name: 'Navn',
    email: 'Mailadresse',
    practice: 'Praksis',
    practiceHint: 'Mangler praksissen, så brug ”Inviter flere”.',
    choose: 'Vælg en praksis',
    kind: 'Er i klyngen som',
    send: 'Send invitation',
    emailMalformed: 'Skriv en mailadresse som navn@klinik.dk.',
  },
  refusal: {
    no_such_member: 'Personen er ikke med i klyngen længere.',
    no_such_practice: 'Praksissen er ikke med i klyngen længere.',
    practice_missing: 'Vælg en praksis. Læger, uddannelseslæger og personale hører til en.',
    nothing_changed: 'Det er sådan, det står allerede.',
    already_member: 'Personen har allerede sådan et medlemskab.',
    own_membership: 'Dit eget medlemskab ændrer du ikke selv. Bed en anden koordinator om det.',
    own_practice: 'Din egen praksis afslutter du ikke selv. Bed en koordinator fra en anden praksis om det.',
    last_coordinator: 'Så ville klyngen ingen koordinator have. Giv først rollen til en anden.',
    role_needs_a_practice: 'Sekretær og konsulent kan ikke have roller i klyngen.',
    role_held_already: 'Rollen er givet allerede.',
    role_not_held: 'Rollen er taget allerede.',
    nothing_understood:
      'Vi fandt hverken personer eller praksisser. Skriv en linje for hver person, med navn, praksis og mail.',
    list_too_long: 'Listen er længere, end en klynge kan være: højst 300 personer. Del den op.',
    rows_to_mend: 'Nogle rækker skal rettes. Det står ved dem.',
    too_many_tries: 'Der er inviteret mange gange på kort tid. Vent et kvarter, og prøv igen.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<MembersRefusal, string>,
};

const en: typeof da = {
  title: 'Members',
  counted: (practices, people) =>
    `${count('en', practices, { one: 'practice', other: 'practices' })} and ${count('en', people, { one: 'person', other: 'people' })}`,
  added: ({ practices, people, numbers }) =>
    practices + people + numbers === 0
      ? 'Everybody on the list is in already. Nobody was invited again.'
      : `${list(
          'en',
          [
            practices > 0
              ? count('en', practices, { one: 'practice was created', other: 'practices were created' })
              : '',
            people > 0
              ? count('en', people, { one: 'person was invited', other: 'people were invited' })
              : '',
            numbers > 0
              ? count('en', numbers, {
                  one: 'practice has got its number',
                  other: 'practices have got their numbers',
                })
              : '',
          ].filter(Boolean),
        )}.`,
  marked: {
    title: 'Roles do not come with the list',
    text: 'On the list these stood with a role, for instance coordinator. They hold it only when you give it to them.',
    give: (name) => `Give ${name} a role`,
  },
  ended: 'Ended. It counts from now on.',
  acts: { add: 'Invite more', invite: 'Invite one', sources: 'Data sources' },
  alone: {
    title: 'Only your own practice is here yet',
    text: 'Paste the member list as it stands in a mail or a sheet. Then everybody gets an invitation.',
  },
  outside: 'Outside the practices',
  nobody: 'Nobody of the practice has been invited yet.',
  number: (number) => `Practice no. ${number}`,
  noNumber: 'No practice number yet',
  claimed: 'not confirmed',
  you: 'you',
  open: (name) => `Change ${name}`,
  clinicCoordinates: 'The clinic is coordinator',
  member: {
    since: (day) => `Invited ${dayText('en', day)}`,
    position: 'What is the person in the cluster?',
    practice: 'Practice',
    noPractice: 'No practice',
    save: 'Save',
    changeNote:
      'Another kind of membership or another practice is a new membership. If the person could see the practice’s figures, a colleague must confirm again.',
    roles: 'Roles',
    holds: 'Holds the role',
    holdsByClinic: 'Holds the role through the clinic',
    give: { coordinator: 'Make coordinator', board: 'Put on the board', treasurer: 'Make treasurer' },
    take: {
      coordinator: 'No longer coordinator',
      board: 'Off the board',
      treasurer: 'No longer treasurer',
    },
    noRoles: 'Secretary and consultant hold no roles in the cluster. Otherwise they would see what it sees.',
    own: 'You do not change your own membership. Ask another coordinator, so that there is always one left.',
    end: 'End the membership',
    ask: (name) => `Shall ${name} leave the cluster?`,
    endNote: [
      'The person no longer gets into the cluster and no longer sees figures from here. It counts at once.',
      'What the person has answered and agreed stays. You can invite again, but access to the practice’s figures does not come along.',
    ],
    keep: 'No, leave it',
  },
  practice: {
    since: (day) => `In since ${dayText('en', day)}`,
    people: 'People of the practice',
    clinic: 'The clinic as coordinator',
    clinicNote: 'Then all doctors of the clinic are coordinators, also those who come later.',
    giveClinic: 'Make the clinic coordinator',
    takeClinic: 'Take the role from the clinic',
    numberNote:
      'Without a number delivered figures cannot find the practice. Write the practice’s name and number on a line under “Invite more”: that adds the number.',
    claimNote:
      'A number that is not confirmed is the cluster’s own word. A data source that the operator knows confirms it. If it is mistyped, end the practice and enter it again.',
    end: 'End the practice’s membership',
    ask: (name) => `Shall ${name} leave the cluster?`,
    endNote: [
      'Everybody of the practice is out at once. The practice’s figures stand in no new picture of the cluster.',
      'The practice’s yes to the data sources lapses. If it returns, it answers afresh.',
      'What they answered about dates and meetings ahead no longer counts, and their links close. The venue gets the new number by itself on its last day. Tell them to take the meeting out of their calendars.',
    ],
    own: 'You do not end your own practice. Ask a coordinator of another practice.',
  },
  add: {
    title: 'Invite more',
    lead: 'Paste the list as it stands. Whoever is in already gets no new mail.',
    checkTitle: 'Was the list understood?',
    send: 'Send invitations',
    steps: ['List', 'Look it over'],
  },
  one: {
    title: 'Invite one',
    lead: 'The person gets a mail with a link. No password is needed.',
    name: 'Name',
    email: 'Mail address',
    practice: 'Practice',
    practiceHint: 'If the practice is missing, use “Invite more”.',
    choose: 'Choose a practice',
    kind: 'Is in the cluster as',
    send: 'Send the invitation',
    emailMalformed: 'Write a mail address as name@clinic.dk.',
  },
  refusal: {
    no_such_member: 'The person is no longer in the cluster.',
    no_such_practice: 'The practice is no longer in the cluster.',
    practice_missing: 'Choose a practice. Doctors, trainees and staff belong to one.',
    nothing_changed: 'That is how it stands already.',
    already_member: 'The person has such a membership already.',
    own_membership: 'You do not change your own membership. Ask another coordinator.',
    own_practice: 'You do not end your own practice. Ask a coordinator of another practice.',
    last_coordinator: 'The cluster would have no coordinator. Give the role to somebody else first.',
    role_needs_a_practice: 'Secretary and consultant cannot hold roles in the cluster.',
    role_held_already: 'The role has been given already.',
    role_not_held: 'The role has been taken already.',
    nothing_understood:
      'We found neither people nor practices. Write a line for each person, with name, practice and mail.',
    list_too_long: 'The list is longer than a cluster can be: at most 300 people. Split it.',
    rows_to_mend: 'Some rows need mending. It says so beside them.',
    too_many_tries: 'Many invitations were sent in a short time. Wait a quarter of an hour and try again.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the pages about the people of a cluster say. */
export const membersText: Record<Locale, typeof da> = { da, en };
