import { dayText, type Locale } from '#ui/format.ts';

const da = {
  reserved: 'Dato reserveret',
  title: 'Min kalender',
  lead: (cluster: string) =>
    `Få møderne i ${cluster} ind i din egen kalender. Flyttes eller aflyses et møde, følger kalenderen med.`,
  none: {
    title: 'Du følger ikke kalenderen endnu',
    text: 'Lav et link, og sæt det ind i din kalender: Outlook, Google og Apple kan alle abonnere på det.',
  },
  make: 'Lav mit link',
  makeAgain: 'Lav et nyt link',
  againHint: 'Det gamle link holder op med at virke.',
  made: {
    title: 'Her er dit link',
    text: 'Kopiér det nu. Af hensyn til sikkerheden vises det kun denne ene gang.',
    open: 'Åbn i min kalender',
    how: [
      'Outlook: Tilføj kalender → Abonner fra internettet.',
      'Google Kalender: Andre kalendere → Fra webadresse.',
      'iPhone: Kalender → Tilføj kalender → Tilføj abonnementskalender.',
    ],
    care: 'Linket viser, hvornår og hvor klyngen mødes, til den, der har det. Det viser ingen navne, og ingen kan svare gennem det.',
  },
  since: (made: Date, until: Date) =>
    `Dit link er lavet ${dayText('da', made)} og virker til ${dayText('da', until)}.`,
  end: 'Slå kalenderen fra',
  ended: 'Kalenderen er slået fra. Linket virker ikke mere.',
  refusal: {
    membership_ended: 'Du er ikke længere med i klyngen, så der er ingen møder at vise.',
    made_already: 'Linket blev lavet, men kan ikke vises igen. Lav et nyt, hvis du ikke fik det kopieret.',
    confirm_again: 'Log ind igen, og prøv så en gang til.',
  },
};

const en: typeof da = {
  reserved: 'Date reserved',
  title: 'My calendar',
  lead: (cluster) =>
    `Have the meetings of ${cluster} in your own calendar. When a meeting moves or is cancelled, the calendar follows.`,
  none: {
    title: 'You do not follow the calendar yet',
    text: 'Make a link and put it into your calendar: Outlook, Google and Apple can all subscribe to it.',
  },
  make: 'Make my link',
  makeAgain: 'Make a new link',
  againHint: 'The old link stops working.',
  made: {
    title: 'Here is your link',
    text: 'Copy it now. For safety it is shown this once.',
    open: 'Open in my calendar',
    how: [
      'Outlook: Add calendar → Subscribe from web.',
      'Google Calendar: Other calendars → From URL.',
      'iPhone: Calendar → Add Calendar → Add Subscription Calendar.',
    ],
    care: 'The link shows when and where the cluster meets to whoever has it. It shows no names, and nobody can answer through it.',
  },
  since: (made, until) =>
    `Your link was made ${dayText('en', made)} and works until ${dayText('en', until)}.`,
  end: 'Turn the calendar off',
  ended: 'The calendar is off. The link no longer works.',
  refusal: {
    membership_ended: 'You are no longer in the cluster, so there are no meetings to show.',
    made_already: 'The link was made but cannot be shown again. Make a new one if you did not copy it.',
    confirm_again: 'Sign in again, and then try once more.',
  },
};

/** The words in calendars, and on the page where one's own is made. */
export const calendarText: Record<Locale, typeof da> = { da, en };
