const da = {
  title: 'Lever tal',
  lead: 'Vælg filen med praksissernes tal. På næste trin ser du, hvordan den er forstået.',
  steps: ['Fil', 'Kolonner', 'Tjek', 'Færdig'],
  heading: 'Filen blev ikke taget imod',
  seeEarlier: 'Se leveringen',
  cpr: 'Kun optalte tal for praksisser. Aldrig CPR-numre: de stopper filen, før den bliver gemt.',
  file: 'Fil',
  fileHint: 'CSV eller anden tekst, højst 60 MB. Har du et regneark, så gem det som CSV først.',
  drop: 'Du kan også trække filen hertil.',
  looking: 'Filen ses igennem for CPR-numre, før den forlader din computer …',
  looked: 'Ingen CPR-numre fundet. Filen er klar til at blive sendt.',
  letGo: 'Det, du satte ind, ser ud til at indeholde CPR-numre. Derfor står det her ikke mere.',
  paste: 'Eller indsæt tallene',
  pasteHint:
    'Markér tabellen i dit regneark, kopiér den, og sæt den ind her. Navnene på kolonnerne skal med.',
  extracted: 'Dato for udtrækket',
  extractedHint: 'For eksempel 22-11-2026. Den kommer til at stå ved tallene.',
  act: 'Videre til kolonner',
  example: {
    title: 'Prøv med en eksempelfil',
    text: 'Opdigtede tal for eksempelpraksisserne, skrevet som en dansk datakilde ville sende dem.',
    act: 'Brug eksempelfilen',
    download: 'Hent den, og se den selv',
  },
  own: {
    title: 'Du kommer til at se de andres tal',
    text: 'Lægger du tal ind for hele klyngen, ser du rækkerne, indtil du har bekræftet. Ved tallene står, at du har set dem. Klyngen kan også lade en datakilde levere, så ingen af jer ser dem.',
    act: 'Inviter en datakilde i stedet',
  },
  after: 'Når du har bekræftet, er rækkerne væk for alle, også for dig. Tilbage står kun, hvor mange de var.',
};

const en: typeof da = {
  title: 'Deliver figures',
  lead: 'Choose the file with the practices’ figures. The next step shows how it was understood.',
  steps: ['File', 'Columns', 'Check', 'Done'],
  heading: 'The file was not taken',
  seeEarlier: 'See the delivery',
  cpr: 'Only counts for practices. Never CPR numbers: they stop the file before it is saved.',
  file: 'File',
  fileHint: 'CSV or other text, at most 60 MB. If you have a workbook, save it as CSV first.',
  drop: 'You can also drag the file here.',
  looking: 'The file is searched for CPR numbers before it leaves your computer …',
  looked: 'No CPR numbers found. The file is ready to be sent.',
  letGo: 'What you pasted seems to hold CPR numbers. That is why it stands here no more.',
  paste: 'Or paste the figures',
  pasteHint:
    'Mark the table in your spreadsheet, copy it, and paste it here. The names of the columns must be there.',
  extracted: 'Day of the extract',
  extractedHint: 'For example 22-11-2026. It will stand beside the figures.',
  act: 'On to the columns',
  example: {
    title: 'Try with an example file',
    text: 'Invented figures for the example practices, written as a Danish data source would send them.',
    act: 'Use the example file',
    download: 'Fetch it and see for yourself',
  },
  own: {
    title: 'You will see the others’ figures',
    text: 'If you put in figures for the whole cluster, you see the rows until you have confirmed. Beside the figures it says that you have seen them. The cluster can also let a data source deliver, so that none of you sees them.',
    act: 'Invite a data source instead',
  },
  after:
    'Once you have confirmed, the rows are gone for everybody, you included. What is left is how many there were.',
};

/** What the first step of a delivery says. */
export const uploadText = { da, en };
