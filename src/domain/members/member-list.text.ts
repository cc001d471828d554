import { count, type Locale } from '#ui/format.ts';
import type { RowGap, RowProblem } from './enrolment.ts';
import type { Doubt } from './list-people.ts';

const da = {
  paste: {
    label: 'Medlemslisten',
    hint: 'Kopiér den fra en mail eller et ark, som den er: navn, praksis, ydernummer og mail i hvilken som helst rækkefølge. Telefonnumre bliver ikke gemt.',
    example: 'For eksempel: Anna Holm, Lægehuset Fjord, 012345, anna@fjord.example',
    act: 'Læs listen',
    again: 'Læs teksten igen',
    change: 'Ret i den tekst, du satte ind',
    againHint: 'Det, du har rettet i rækkerne, bliver læst forfra.',
  },
  nothingStored: 'Intet er gemt endnu.',
  understood: (practices: number, people: number) =>
    `${count('da', practices, { one: 'praksis', other: 'praksisser' })}, ${count('da', people, { one: 'person', other: 'personer' })} bliver inviteret`,
  look: (rows: number) =>
    `Se især på ${count('da', rows, { one: 'række', other: 'rækker' })}: der står hvorfor.`,
  notRead: 'Disse linjer blev ikke læst som en person eller en praksis:',
  row: (at: number) => `Række ${at}`,
  columns: {
    name: 'Navn',
    practice: 'Praksis',
    number: 'Ydernummer',
    email: 'Mail',
    kind: 'Er med som',
    leftOut: 'Udelad',
    own: 'Det er mig',
  },
  extra: 'En række til, hvis nogen mangler. Lad den stå tom, hvis ikke.',
  check: 'Se igen',
  known: 'Er med i klyngen allerede og får ingen ny invitation til samme praksis.',
  doubts: {
    zeros_added: 'Nullerne forrest i nummeret manglede og er sat på.',
    name_or_practice: 'Vi gættede, hvad der er navn, og hvad der er praksis.',
    name_turned: 'Navnet stod med efternavnet først.',
    two_addresses: 'Der stod to mailadresser. Den første er taget.',
    two_names: 'Der stod flere navne på linjen. De har fået hver sin række.',
    role_left_out: 'Roller som koordinator giver du bagefter under Medlemmer.',
    practice_from_above: 'Praksissen er taget fra linjen ovenfor.',
    practice_named_after: 'Der stod ingen praksis. Den er opkaldt efter lægen.',
    spelt_differently: 'Praksissen var stavet anderledes et andet sted med samme nummer.',
    number_at_two_practices: 'Nummeret stod ved to forskellige praksisser.',
    practice_with_two_numbers: 'Praksissen stod med to forskellige numre.',
  } satisfies Record<Doubt, string>,
  problems: {
    name_missing: 'Navnet mangler.',
    practice_missing: 'Praksissen mangler. Skriv den, eller udelad rækken.',
    text_too_long: 'Navnet er for langt: højst 120 tegn, for en praksis 160.',
    email_malformed:
      'Det ligner ikke en mailadresse. Skriv den som navn@klinik.dk, eller lad feltet stå tomt.',
    email_twice: 'Samme adresse står ved to navne. En adresse hører til én person: tøm feltet ved den ene.',
    email_unusable:
      'Adressen kan ikke inviteres hertil. I en eksempelklynge slutter alle adresser på .example.',
    number_malformed: 'Et ydernummer har seks tegn, fx 012345.',
    number_at_two_practices: 'Nummeret står ved to forskellige praksisser. Ret det ene.',
    number_differs: 'En praksis af det navn er i klyngen med et andet nummer. Ret navnet eller nummeret.',
    number_taken: 'Nummeret hører til en anden praksis i klyngen.',
    number_not_example: 'Brug ikke rigtige numre her. I en eksempelklynge er de 900100 til 900999.',
    practice_elsewhere:
      'Praksissen med det nummer hører til en anden klynge. Er den flyttet hertil, så bed den, der driver Klyngerum, om at flytte den.',
  } satisfies Record<RowProblem, string>,
  gaps: {
    number_missing: 'Uden ydernummer kan leverede tal ikke finde praksissen. Du kan sætte det på senere.',
    email_missing: 'Uden mailadresse bliver personen ikke inviteret. Praksissen kommer med.',
  } satisfies Record<RowGap, string>,
};

const en: typeof da = {
  paste: {
    label: 'The member list',
    hint: 'Copy it from a mail or a sheet as it is: name, practice, practice number and mail in any order. Telephone numbers are not kept.',
    example: 'For example: Anna Holm, Lægehuset Fjord, 012345, anna@fjord.example',
    act: 'Read the list',
    again: 'Read the text again',
    change: 'Change the text that you pasted',
    againHint: 'What you have corrected in the rows is read afresh.',
  },
  nothingStored: 'Nothing is stored yet.',
  understood: (practices, people) =>
    `${count('en', practices, { one: 'practice', other: 'practices' })}, ${count('en', people, { one: 'person', other: 'people' })} will be invited`,
  look: (rows) => `Look at ${count('en', rows, { one: 'row', other: 'rows' })} in particular: they say why.`,
  notRead: 'These lines were not read as a person or a practice:',
  row: (at) => `Row ${at}`,
  columns: {
    name: 'Name',
    practice: 'Practice',
    number: 'Practice number',
    email: 'Mail',
    kind: 'Is in as',
    leftOut: 'Leave out',
    own: 'This is me',
  },
  extra: 'One more row, if somebody is missing. Leave it empty if not.',
  check: 'Look again',
  known: 'Is in the cluster already and gets no new invitation to the same practice.',
  doubts: {
    zeros_added: 'The zeros in front of the number were missing and have been put back.',
    name_or_practice: 'We guessed what is a name and what is a practice.',
    name_turned: 'The name stood with the surname first.',
    two_addresses: 'There were two mail addresses. The first is taken.',
    two_names: 'There were several names on the line. Each has a row of its own.',
    role_left_out: 'Roles such as coordinator are given afterwards, under Members.',
    practice_from_above: 'The practice is taken from the line above.',
    practice_named_after: 'There was no practice. It is named after the doctor.',
    spelt_differently: 'The practice was spelt differently elsewhere under the same number.',
    number_at_two_practices: 'The number stood at two different practices.',
    practice_with_two_numbers: 'The practice stood with two different numbers.',
  },
  problems: {
    name_missing: 'The name is missing.',
    practice_missing: 'The practice is missing. Write it, or leave the row out.',
    text_too_long: 'The name is too long: at most 120 characters, for a practice 160.',
    email_malformed: 'That does not look like a mail address. Write it as name@clinic.dk, or leave it empty.',
    email_twice: 'The same address stands at two names. An address belongs to one person: empty one of them.',
    email_unusable:
      'The address cannot be invited here. In an example cluster all addresses end in .example.',
    number_malformed: 'A practice number has six characters, as in 012345.',
    number_at_two_practices: 'The number stands at two different practices. Correct one of them.',
    number_differs:
      'A practice of that name is in the cluster under another number. Correct the name or the number.',
    number_taken: 'The number belongs to another practice of the cluster.',
    number_not_example: 'Do not use real numbers here. In an example cluster they are 900100 to 900999.',
    practice_elsewhere:
      'The practice of that number belongs to another cluster. If it has moved here, ask whoever runs Klyngerum to move it.',
  },
  gaps: {
    number_missing: 'Without a number delivered figures cannot find the practice. You can add it later.',
    email_missing: 'Without an address the person is not invited. The practice comes along.',
  },
};

/** What is said of a pasted list and of each of its rows. */
export const memberListText: Record<Locale, typeof da> = { da, en };
