import { type Locale, number } from '#ui/format.ts';
import type { KeptFileRefusal, MediaType } from './kept-file.ts';

const MEGABYTE = 1024 * 1024;

/** How large a file is, as one says it: `340 KB`, `2,4 MB`. */
export function sizeText(locale: Locale, bytes: number): string {
  const small = bytes < MEGABYTE;
  const size = small ? Math.max(1, Math.round(bytes / 1024)) : bytes / MEGABYTE;
  return `${number(locale, size, small ? 0 : 1)}\u00a0${small ? 'KB' : 'MB'}`;
}

const da = {
  kinds: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
    'application/vnd.oasis.opendocument.presentation': 'OpenDocument',
    'image/jpeg': 'billede',
    'image/png': 'billede',
  } satisfies Record<MediaType, string>,
  slides: {
    no_file: 'Vælg en fil først.',
    file_too_large:
      'Filen blev ikke gemt: den fylder mere end 25 MB. Gør billederne mindre, eller gem den som PDF, og prøv igen.',
    file_wrong_kind:
      'Filen blev ikke gemt: den er hverken PDF, PowerPoint (.pptx) eller OpenDocument (.odp). Gem den som en af dem, og prøv igen.',
    file_broken:
      'Filen blev ikke gemt: den kan ikke læses. Åbn den hos dig selv, gem den igen, og prøv igen.',
    file_has_macros:
      'Filen blev ikke gemt: der er makroer i den. Gem den som PDF eller som almindelig .pptx, og prøv igen.',
    file_holds_cpr:
      'Filen blev ikke gemt: den ser ud til at indeholde et CPR-nummer. Fjern det, og prøv igen.',
    wrong_form: 'Det, der blev sendt, kunne ikke læses. Prøv igen herfra.',
    no_room:
      'Filen blev ikke gemt: der er ikke plads lige nu. Prøv igen senere, eller send den til klyngen på mail.',
    too_many_files: 'Du har lagt 10 filer. Tag en ud, før du lægger en ny.',
    no_such_file: 'Filen er taget ud allerede.',
    meeting_gone: 'Mødet er aflyst, så der skal ikke lægges slides.',
  } satisfies Record<KeptFileRefusal, string>,
  receipt: {
    no_file: 'Vælg en fil først.',
    file_too_large:
      'Bilaget blev ikke gemt: filen fylder mere end 10 MB. Tag billedet i mindre størrelse, eller gem det som PDF.',
    file_wrong_kind: 'Bilaget blev ikke gemt: filen er hverken PDF, JPEG eller PNG. Gem den som en af dem.',
    file_broken: 'Bilaget blev ikke gemt: filen kan ikke læses. Åbn den hos dig selv, og gem den igen.',
    file_has_macros: 'Bilaget blev ikke gemt: filen er hverken PDF, JPEG eller PNG.',
    file_holds_cpr:
      'Bilaget blev ikke gemt: filens navn ser ud til at indeholde et CPR-nummer. Giv den et andet navn.',
    wrong_form: 'Det, der blev sendt, kunne ikke læses. Prøv igen herfra.',
    no_room: 'Bilaget blev ikke gemt: der er ikke plads lige nu. Prøv igen senere.',
    too_many_files: 'Der er for mange filer.',
    no_such_file: 'Filen er taget ud allerede.',
    meeting_gone: 'Mødet findes ikke længere.',
  } satisfies Record<KeptFileRefusal, string>,
};

const en: typeof da = {
  kinds: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
    'application/vnd.oasis.opendocument.presentation': 'OpenDocument',
    'image/jpeg': 'picture',
    'image/png': 'picture',
  },
  slides: {
    no_file: 'Choose a file first.',
    file_too_large:
      'The file was not kept: it is larger than 25 MB. Make the pictures smaller or save it as PDF, and try again.',
    file_wrong_kind:
      'The file was not kept: it is neither PDF, PowerPoint (.pptx) nor OpenDocument (.odp). Save it as one of them, and try again.',
    file_broken:
      'The file was not kept: it cannot be read. Open it on your side, save it again, and try again.',
    file_has_macros:
      'The file was not kept: there are macros in it. Save it as PDF or as a plain .pptx, and try again.',
    file_holds_cpr: 'The file was not kept: it seems to hold a CPR number. Take it out, and try again.',
    wrong_form: 'What was sent could not be read. Try again from here.',
    no_room:
      'The file was not kept: there is no room for it just now. Try again later, or send it to the cluster by mail.',
    too_many_files: 'You have left 10 files. Take one out before you leave another.',
    no_such_file: 'The file has been taken out already.',
    meeting_gone: 'The meeting is cancelled, so no slides are needed.',
  },
  receipt: {
    no_file: 'Choose a file first.',
    file_too_large:
      'The receipt was not kept: the file is larger than 10 MB. Take the picture in a smaller size, or save it as PDF.',
    file_wrong_kind:
      'The receipt was not kept: the file is neither PDF, JPEG nor PNG. Save it as one of them.',
    file_broken:
      'The receipt was not kept: the file cannot be read. Open it on your side, and save it again.',
    file_has_macros: 'The receipt was not kept: the file is neither PDF, JPEG nor PNG.',
    file_holds_cpr:
      'The receipt was not kept: the file’s name seems to hold a CPR number. Give it another name.',
    wrong_form: 'What was sent could not be read. Try again from here.',
    no_room: 'The receipt was not kept: there is no room for it just now. Try again later.',
    too_many_files: 'There are too many files.',
    no_such_file: 'The file has been taken out already.',
    meeting_gone: 'The meeting exists no longer.',
  },
};

/** What files are called, and why one is not kept. */
export const keptFileText: Record<Locale, typeof da> = { da, en };
