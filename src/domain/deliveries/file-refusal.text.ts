import { dayText, type Locale, number } from '#ui/format.ts';
import type { FileRefusal, FileRefusalReason } from './file-refusal.ts';
import { cellName } from './place.ts';

/** What a refusal can tell of: the first place, how many places more, and the day of an earlier delivery. */
type Told = { cell: string; line: string; others: number; day: string };
type Words = Record<FileRefusalReason, (told: Told) => string>;

type Pasted = Record<'found' | 'gone', (told: Told) => string>;

const da: Words & { kept: string; pasted: Pasted } = {
  kept: 'Intet er gemt.',
  pasted: {
    found: (told) =>
      `Teksten blev ikke sendt: den ser ud til at indeholde CPR-numre (${places('da', told)}). Den står stadig i feltet. Fjern dem, og prøv igen.`,
    gone: (told) =>
      `Teksten blev ikke gemt: den ser ud til at indeholde CPR-numre (${places('da', told)}). Derfor står den her ikke mere. Fjern dem, hvor du kopierede den fra, og sæt den ind igen.`,
  },
  no_file: () => 'Vælg en fil, eller indsæt tallene.',
  both_given: () => 'Der er både en fil og indsat tekst. Send kun den ene.',
  wrong_form: () => 'Det, der blev sendt, kunne ikke læses. Prøv igen herfra.',
  too_large: () =>
    'Der er for meget: en fil må fylde 200 MB og indsat tekst 20 MB. Del tallene op i flere leveringer.',
  too_long: () =>
    'Filen er længere, end der kan læses på én gang: højst 60 MB, omkring en million rækker. Del den op, for eksempel efter periode.',
  no_room: () =>
    'Der er ikke plads til filen lige nu. Prøv igen senere, eller skriv til den, der driver Klyngerum.',
  empty: () => 'Filen er tom.',
  workbook: () =>
    'Filen er en regnearksmappe. Gem arket som CSV (Filer, Gem som, CSV UTF-8), og vælg den nye fil.',
  not_text: () => 'Filen er ikke tekst, måske en PDF eller et billede. Bed om tallene som CSV.',
  broken_quotes: ({ line }) =>
    `Et citationstegn nær linje ${line} bliver aldrig lukket, så cellerne løber sammen. Ret det, og prøv igen.`,
  one_column: () => 'Der er ingen tabel i filen: kun én kolonne. Et ydernummer og et tal er det mindste.',
  no_header: () => 'Rækken med kolonnernes navne mangler. Sæt den øverst, og prøv igen.',
  no_rows: () => 'Filen har navne på kolonner, men ingen rækker under dem.',
  too_wide: () => 'Filen har flere end 5.000 kolonner. Så brede tabeller kan ikke læses.',
  cpr: (told) =>
    `Filen blev ikke gemt: den ser ud til at indeholde CPR-numre (${places('da', told)}). Fjern dem, og prøv igen.`,
  cpr_in_name: () =>
    'Filen blev ikke gemt: dens navn ser ud til at indeholde et CPR-nummer. Giv den et andet navn, og prøv igen.',
  extract_date: () =>
    'Datoen for udtrækket kunne ikke læses, eller den er ikke kommet endnu. Skriv den som 22-11-2026, og vælg filen igen.',
  delivered_before: ({ day }) =>
    `Præcis denne fil er leveret før${day ? `, ${day}` : ''}. Den gælder allerede.`,
};

const en: typeof da = {
  kept: 'Nothing has been saved.',
  pasted: {
    found: (told) =>
      `The text was not sent: it seems to hold CPR numbers (${places('en', told)}). It still stands in the field. Remove them and try again.`,
    gone: (told) =>
      `The text was not saved: it seems to hold CPR numbers (${places('en', told)}). That is why it stands here no more. Remove them where you copied it from, and paste it again.`,
  },
  no_file: () => 'Choose a file, or paste the figures.',
  both_given: () => 'There are both a file and pasted text. Send only one of them.',
  wrong_form: () => 'What was sent could not be read. Try again from here.',
  too_large: () =>
    'It is too much: a file may take 200 MB and pasted text 20 MB. Split the figures into several deliveries.',
  too_long: () =>
    'The file is longer than can be read in one go: at most 60 MB, about a million rows. Split it, for example by period.',
  no_room: () =>
    'There is no room for the file just now. Try again later, or write to whoever runs Klyngerum.',
  empty: () => 'The file is empty.',
  workbook: () =>
    'The file is a workbook. Save the sheet as CSV (File, Save as, CSV UTF-8), and choose the new file.',
  not_text: () => 'The file is not text, perhaps a PDF or a picture. Ask for the figures as CSV.',
  broken_quotes: ({ line }) =>
    `A quotation mark near line ${line} is never closed, so that the cells run into each other. Mend it and try again.`,
  one_column: () =>
    'There is no table in the file: only one column. A practice number and a figure are the least.',
  no_header: () => 'The row with the names of the columns is missing. Put it on top and try again.',
  no_rows: () => 'The file has names of columns, but no rows below them.',
  too_wide: () => 'The file has more than 5,000 columns. Tables as wide as that cannot be read.',
  cpr: (told) =>
    `The file was not saved: it seems to hold CPR numbers (${places('en', told)}). Remove them and try again.`,
  cpr_in_name: () =>
    'The file was not saved: its name seems to hold a CPR number. Give it another name and try again.',
  extract_date: () =>
    'The day of the extract could not be read, or it has not come yet. Write it like 22-11-2026, and choose the file again.',
  delivered_before: ({ day }) =>
    `Exactly this file was delivered before${day ? `, on ${day}` : ''}. It counts already.`,
};

const text = { da, en };

function places(locale: Locale, { cell, others }: Told): string {
  const more = number(locale, others, 0);
  if (locale === 'da') return `celle ${cell}${others > 0 ? ` og ${more} steder mere` : ''}`;
  return `cell ${cell}${others > 0 ? ` and ${more} places more` : ''}`;
}

/** Why a file was not taken, in words: what happened, that nothing was saved, and what to do. */
export function fileRefusalText(
  locale: Locale,
  refusal: FileRefusal,
  deliveredAt: Date | null = null,
): string {
  return text[locale][refusal.reason](toldOf(locale, refusal, deliveredAt));
}

/** The same of a pasted text with CPR numbers: found before it was sent, and so still in its field, or let go of. */
export function pastedCprText(locale: Locale, refusal: FileRefusal, isStillThere: boolean): string {
  return text[locale].pasted[isStillThere ? 'found' : 'gone'](toldOf(locale, refusal, null));
}

function toldOf(locale: Locale, refusal: FileRefusal, deliveredAt: Date | null): Told {
  const { line = 1, column = 1, places = 1 } = refusal;
  return {
    cell: cellName(column, line),
    line: number(locale, line, 0),
    others: places - 1,
    day: deliveredAt ? dayText(locale, deliveredAt) : '',
  };
}

/** What is added where it is not said already: nothing was saved. */
export const nothingKeptText: Record<Locale, string> = { da: da.kept, en: en.kept };
