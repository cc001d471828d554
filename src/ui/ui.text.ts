import { type Locale, plural } from './format.ts';

const da = {
  skip: 'Gå til indholdet',
  front: 'Klyngerum, forsiden',
  menu: 'Menu',
  sections: 'Sider',
  crumbs: 'Du er her',
  example: 'Eksempel: opdigtede tal',
  signOut: 'Log ud',
  optional: '(valgfrit)',
  step: (number: number, total: number) => `Trin ${number} af ${total}`,
  stepDone: 'klaret',
  thingsToMend: (n: number) =>
    plural('da', n, { one: 'Ret 1 ting, og prøv igen', other: `Ret ${n} ting, og prøv igen` }),
  typedIsKept: 'Det, du har skrevet, står her stadig.',
  faults: {
    notFound: {
      title: 'Siden findes ikke',
      happened: 'Adressen fører ikke til nogen side, som du kan se.',
      kept: 'Intet er gået tabt.',
      next: 'Kom du fra et link i en mail, kan linket være udløbet. Det nyeste står i den seneste mail. Ellers find vej fra forsiden.',
    },
    forbidden: {
      title: 'Det har du ikke adgang til',
      happened: 'Din rolle i klyngen åbner ikke denne side.',
      kept: 'Intet er ændret.',
      next: 'Mener du, at du skal kunne se den, så spørg klyngens koordinator. Er du logget ind som en anden, så log ud og ind igen.',
    },
    patient: {
      title: 'Det ligner et CPR-nummer',
      happened: 'I det, du skrev, står noget, der ligner et CPR-nummer. Klyngerum gemmer intet om patienter.',
      kept: 'Intet er gemt.',
      next: 'Gå tilbage, skriv det uden nummeret, og prøv igen. Er det et andet nummer, så skriv det på en anden måde.',
    },
    failed: {
      title: 'Noget gik galt hos os',
      happened: 'Siden kunne ikke vises, og fejlen er vores.',
      kept: 'Det, der var gemt, er stadig gemt. Det sidste, du sendte, er enten gemt helt eller slet ikke.',
      next: 'Vent et minut, og prøv igen. Sker det igen, så skriv til den, der driver Klyngerum, hvad du var ved, og hvornår.',
    },
    refused: {
      title: 'Det lod sig ikke gøre',
      happened: 'Klyngerum kunne ikke tage imod det, der blev sendt.',
      kept: 'Intet er ændret.',
      next: 'Gå tilbage, se det igennem, og prøv igen.',
    },
  },
  typedByYou: (n: number, total: number) => (total === 1 ? 'Det skrev du' : `Det skrev du, ${n} af ${total}`),
  toFront: 'Gå til forsiden',
  code: (status: number) => `Kode ${status}`,
  free: 'Klyngerum er fri software uden reklamer og sporing.',
  licences: 'Licenser',
};

const en: typeof da = {
  skip: 'Skip to the content',
  front: 'Klyngerum, front page',
  menu: 'Menu',
  sections: 'Pages',
  crumbs: 'You are here',
  example: 'Example: invented figures',
  signOut: 'Sign out',
  optional: '(optional)',
  step: (number, total) => `Step ${number} of ${total}`,
  stepDone: 'done',
  thingsToMend: (n) =>
    plural('en', n, { one: 'Mend 1 thing and try again', other: `Mend ${n} things and try again` }),
  typedIsKept: 'What you typed is still here.',
  faults: {
    notFound: {
      title: 'There is no such page',
      happened: 'The address leads to no page that you can see.',
      kept: 'Nothing is lost.',
      next: 'If you came by a link in a mail, it may have expired. The latest mail has the newest one. Otherwise find your way from the front page.',
    },
    forbidden: {
      title: 'You do not have access to this',
      happened: 'Your role in the cluster does not open this page.',
      kept: 'Nothing has changed.',
      next: 'If you think that you should see it, ask the coordinator of the cluster. If you are signed in as somebody else, sign out and in again.',
    },
    patient: {
      title: 'That looks like a CPR number',
      happened:
        'In what you typed is something that looks like a CPR number. Klyngerum keeps nothing about patients.',
      kept: 'Nothing has been saved.',
      next: 'Go back, write it without the number, and try again. If it is another number, write it in another way.',
    },
    failed: {
      title: 'Something went wrong on our side',
      happened: 'The page could not be shown, and the fault is ours.',
      kept: 'What was saved is still saved. The last thing you sent was saved whole or not at all.',
      next: 'Wait a minute and try again. If it happens again, tell whoever runs Klyngerum what you were doing, and when.',
    },
    refused: {
      title: 'That could not be done',
      happened: 'Klyngerum could not take what was sent.',
      kept: 'Nothing has changed.',
      next: 'Go back, look it through and try again.',
    },
  },
  typedByYou: (n, total) => (total === 1 ? 'You typed this' : `You typed this, ${n} of ${total}`),
  toFront: 'Go to the front page',
  code: (status) => `Code ${status}`,
  free: 'Klyngerum is free software without advertising or tracking.',
  licences: 'Licences',
};

/** What the frame and the controls say, whatever they show. */
export const uiText: Record<Locale, typeof da> = { da, en };

/** Which of the error pages answers a status: an address, a right, a CPR number, our own fault, or what was sent. */
export function faultOf(status: number): keyof typeof da.faults {
  if (status === 404 || status === 410) return 'notFound';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 422) return 'patient';
  return status >= 500 ? 'failed' : 'refused';
}
