type Refusal =
  | 'too_many_tries'
  | 'link_is_spent'
  | 'address_malformed'
  | 'no_such_session'
  | 'name_missing'
  | 'confirm_again';

const da = {
  title: 'Log ind',
  intro: 'Skriv din mailadresse. Så sender vi et link, der logger dig ind. Der er ingen adgangskode.',
  email: 'Din mailadresse',
  send: 'Send mig et link',
  sent: {
    title: 'Se i din mail',
    text: (email: string) =>
      `Hvis ${email} er kendt her, er der om lidt et link i indbakken. Det virker i en halv time og én gang.`,
    none: 'Kommer der intet, så se i spam, eller spørg klyngens koordinator, hvilken adresse du står med.',
    again: 'Skriv en anden adresse',
  },
  mailbox: 'Eksempelpersoners mail ligger i postkassen her på siden',
  as: (name: string) => `Log ind som ${name}`,
  asHint: 'Er det ikke dig, så luk siden. Linket kan kun bruges én gang.',
  device: 'Hvor er du?',
  own: 'På min egen enhed',
  ownHint: 'Du forbliver logget ind i 30 dage.',
  shared: 'På en fælles computer',
  sharedHint: 'Du logges ud, når browseren lukkes, og senest om 12 timer.',
  spent: {
    title: 'Linket virker ikke længere',
    text: 'Det er brugt, for gammelt eller skrevet forkert af. Få et nyt; intet er gået tabt.',
    act: 'Få et nyt link',
  },
  again: {
    title: 'Bekræft, at det er dig',
    text: 'Det, du er ved at gøre, ses af hele klyngen. Derfor sender vi et link til din mail; når du bruger det, kommer du tilbage hertil.',
    act: 'Send linket',
    sent: 'Linket er sendt. Åbn din mail på denne enhed, og brug det inden for en halv time.',
  },
  address: {
    leave: {
      title: 'Flyt din mailadresse',
      text: 'Slip den gamle adresse, så skriver vi til den nye.',
      act: 'Ja, flyt min adresse',
      done: 'Den gamle adresse er sluppet. Åbn nu mailen i den nye indbakke.',
    },
    take: {
      title: 'Tag den nye adresse i brug',
      text: 'Fra nu af får du post her, og det er her, du logger ind.',
      act: 'Brug denne adresse',
      done: 'Adressen er skiftet.',
    },
  },
  my: {
    title: 'Min side',
    places: 'Her hører du til',
    noCluster: {
      title: 'Du står ikke i nogen klynge endnu',
      text: 'Opret den, hvis den mangler her. Er den her allerede, så bed dens koordinator om en invitation til den adresse, du er logget ind med.',
    },
    newCluster: 'Opret klynge',
    name: 'Dit navn',
    language: 'Sprog i mails',
    danish: 'Dansk',
    english: 'English',
    save: 'Gem',
    saved: 'Gemt.',
    address: 'Mailadresse',
    addressNow: (email: string) => `Du står med ${email}.`,
    newAddress: 'Ny mailadresse',
    move: 'Flyt adressen',
    moving: (email: string) =>
      `Vi har skrevet til din nuværende adresse. Når du har sagt ja dér, skriver vi til ${email}.`,
    sessions: 'Her er du logget ind',
    since: 'Siden',
    until: 'Til',
    device: 'Enhed',
    thisOne: 'denne enhed',
    end: 'Log ud dér',
    unknown: 'Ukendt enhed',
  },
  refusal: {
    too_many_tries: 'Det er forsøgt mange gange på kort tid. Vent et kvarter, og prøv igen.',
    link_is_spent: 'Linket er brugt, for gammelt eller skrevet forkert af. Få et nyt.',
    address_malformed: 'Det ligner ikke en mailadresse. Skriv den som navn@klinik.dk.',
    no_such_session: 'Der er allerede logget ud dér.',
    name_missing: 'Skriv dit navn; højst 120 tegn.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<Refusal, string>,
};

const en: typeof da = {
  title: 'Sign in',
  intro: 'Write your mail address. We send a link that signs you in. There is no password.',
  email: 'Your mail address',
  send: 'Send me a link',
  sent: {
    title: 'Look in your mailbox',
    text: (email) =>
      `If ${email} is known here, a link is in the mailbox in a moment. It works for half an hour, once.`,
    none: 'If nothing comes, look among spam, or ask the cluster’s coordinator which address you are listed with.',
    again: 'Write another address',
  },
  mailbox: 'Letters to example persons are in the mailbox on this site',
  as: (name) => `Sign in as ${name}`,
  asHint: 'If that is not you, close the page. The link works only once.',
  device: 'Where are you?',
  own: 'On my own device',
  ownHint: 'You stay signed in for 30 days.',
  shared: 'On a shared computer',
  sharedHint: 'You are signed out when the browser closes, and after 12 hours at the latest.',
  spent: {
    title: 'The link no longer works',
    text: 'It is used, too old or mistyped. Get a new one; nothing is lost.',
    act: 'Get a new link',
  },
  again: {
    title: 'Confirm that it is you',
    text: 'What you are about to do is seen by the whole cluster. So we send a link to your mailbox; using it brings you back here.',
    act: 'Send the link',
    sent: 'The link is sent. Open your mail on this device, and use it within half an hour.',
  },
  address: {
    leave: {
      title: 'Move your mail address',
      text: 'Let go of the old address, and we write to the new one.',
      act: 'Yes, move my address',
      done: 'The old address is let go. Now open the mail in the new mailbox.',
    },
    take: {
      title: 'Start using the new address',
      text: 'From now on letters come here, and here is where you sign in.',
      act: 'Use this address',
      done: 'The address is changed.',
    },
  },
  my: {
    title: 'My page',
    places: 'Where you belong',
    noCluster: {
      title: 'You are not in any cluster yet',
      text: 'Create it if it is missing here. If it is here already, ask its coordinator for an invitation to the address you are signed in with.',
    },
    newCluster: 'Create a cluster',
    name: 'Your name',
    language: 'Language of letters',
    danish: 'Dansk',
    english: 'English',
    save: 'Save',
    saved: 'Saved.',
    address: 'Mail address',
    addressNow: (email) => `You are listed with ${email}.`,
    newAddress: 'New mail address',
    move: 'Move the address',
    moving: (email) =>
      `We have written to your present address. When you have said yes there, we write to ${email}.`,
    sessions: 'Where you are signed in',
    since: 'Since',
    until: 'Until',
    device: 'Device',
    thisOne: 'this device',
    end: 'Sign out there',
    unknown: 'Unknown device',
  },
  refusal: {
    too_many_tries: 'That was tried many times in a short while. Wait a quarter of an hour and try again.',
    link_is_spent: 'The link is used, too old or mistyped. Get a new one.',
    address_malformed: 'That does not look like a mail address. Write it as name@clinic.dk.',
    no_such_session: 'Already signed out there.',
    name_missing: 'Write your name; at most 120 characters.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the pages of signing in, and one's own page, say. */
export const signInText = { da, en };
