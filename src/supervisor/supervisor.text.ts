import type { EmbeddedRefusal } from '#platform/embedded-postgres-refused.ts';
import type { StartRefusal } from './refused.ts';

type Refusals = Record<StartRefusal | EmbeddedRefusal, (detail: string) => string>;

const refusalsDa: Refusals = {
  already_running: (address) =>
    `Klyngerum kører allerede med denne datamappe${at(address)}. Der startes ikke en til.`,
  port_taken: (address) =>
    `${address} er optaget af et andet program. Vælg en anden port, for eksempel: PORT=3001 npm start`,
  port_forbidden: (address) =>
    `Klyngerum må ikke bruge ${address}. Porte under 1024 er forbeholdt: vælg en anden, for eksempel PORT=3000.`,
  host_not_here: (address) =>
    `${address} er ikke en adresse på denne maskine. Ret HOST, for eksempel HOST=127.0.0.1.`,
  folder_forbidden: (folder) =>
    `Klyngerum må ikke skrive i ${folder}. Giv brugeren adgang, eller vælg en anden mappe med DATA_DIR.`,
  folder_read_only: (folder) => `${folder} kan kun læses. Vælg en mappe, der kan skrives i, med DATA_DIR.`,
  folder_is_a_file: (folder) => `${folder} er ikke en mappe. Vælg en mappe med DATA_DIR.`,
  folder_not_ours: (folder) =>
    `${folder} indeholder andet end Klyngerums data. Vælg en tom mappe med DATA_DIR. Intet er rørt.`,
  disk_full: (detail) => `Der er ikke plads på disken (${detail}). Gør plads, eller flyt data med DATA_DIR.`,
  build_failed: () => 'Siderne kunne ikke bygges:',
  database_unreachable: (detail) =>
    `Databasen svarer ikke (${detail}). Ret DATABASE_URL, DATABASE_OWNER_URL og DATABASE_WORKER_URL.`,
  other_major: (detail) =>
    `Datamappen er lavet af en anden hovedversion af PostgreSQL (${detail}); denne udgave bruger 18. Kør den tidligere udgave, tag en sikkerhedskopi, og læs den ind i denne. Intet er rørt.`,
  not_a_database: (folder) =>
    `${folder} er ikke en database. Flyt mappen, eller vælg en anden DATA_DIR. Intet er rørt.`,
  secrets_missing: (file) =>
    `${file} mangler eller passer ikke til databasen. Læg filen tilbage fra sikkerhedskopien. Intet er rørt.`,
  folder_of_another: (folder) =>
    `${folder} tilhører en anden bruger. Start Klyngerum som den bruger, eller vælg en anden DATA_DIR.`,
  no_account: () => 'Maskinen har ingen almindelig bruger, som databasen kan køre som. Start ikke som root.',
  no_binaries: (platform) =>
    `Den indbyggede database findes ikke til ${platform}. Brug en PostgreSQL-server med DATABASE_URL, DATABASE_OWNER_URL og DATABASE_WORKER_URL.`,
  no_space: () => 'Der er ikke plads på disken til databasen. Gør plads, eller flyt data med DATA_DIR.',
  would_not_start: () => 'Databasen vil ikke starte:',
};

const refusalsEn: Refusals = {
  already_running: (address) =>
    `Klyngerum is already running with this data folder${at(address)}. No second one starts.`,
  port_taken: (address) =>
    `${address} is taken by another program. Choose another port, for example: PORT=3001 npm start`,
  port_forbidden: (address) =>
    `Klyngerum may not use ${address}. Ports below 1024 are reserved: choose another, such as PORT=3000.`,
  host_not_here: (address) =>
    `${address} is no address of this machine. Mend HOST, for example HOST=127.0.0.1.`,
  folder_forbidden: (folder) =>
    `Klyngerum may not write in ${folder}. Give the user access, or choose another folder with DATA_DIR.`,
  folder_read_only: (folder) => `${folder} is read-only. Choose a folder that can be written with DATA_DIR.`,
  folder_is_a_file: (folder) => `${folder} is not a folder. Choose a folder with DATA_DIR.`,
  folder_not_ours: (folder) =>
    `${folder} holds other things than Klyngerum’s data. Choose an empty folder with DATA_DIR. Nothing was touched.`,
  disk_full: (detail) =>
    `There is no room on the disk (${detail}). Make room, or move the data with DATA_DIR.`,
  build_failed: () => 'The pages could not be built:',
  database_unreachable: (detail) =>
    `The database does not answer (${detail}). Mend DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL.`,
  other_major: (detail) =>
    `The data folder was made by another major version of PostgreSQL (${detail}); this release uses 18. Run the earlier release, make a backup, and read it into this one. Nothing was touched.`,
  not_a_database: (folder) =>
    `${folder} is no database. Move the folder, or choose another DATA_DIR. Nothing was touched.`,
  secrets_missing: (file) =>
    `${file} is missing or does not fit the database. Put the file back from the backup. Nothing was touched.`,
  folder_of_another: (folder) =>
    `${folder} belongs to another user. Start Klyngerum as that user, or choose another DATA_DIR.`,
  no_account: () => 'The machine has no ordinary account for the database to run as. Do not start as root.',
  no_binaries: (platform) =>
    `There is no built-in database for ${platform}. Use a PostgreSQL server with DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL.`,
  no_space: () => 'There is no room on the disk for the database. Make room, or move the data with DATA_DIR.',
  would_not_start: () => 'The database will not start:',
};

function at(address: string): string {
  return address ? `: ${address}` : '';
}

const da = {
  refusals: refusalsDa,
  setting: (variable: string, found: string) => `${variable}${found ? `=${found}` : ''} kan ikke bruges.`,
  unexpected: 'Klyngerum kunne ikke starte på grund af en fejl, som ikke er forudset:',
  building: 'Bygger siderne …',
  layingDown: 'Lægger databasen, kun denne første gang …',
  startingDatabase: 'Starter databasen …',
  ready: (address: string) => `Klyngerum er klar: ${address}`,
  tryIt: (address: string) => `Prøv som koordinator, læge, sekretær eller datakilde: ${address}`,
  howToStop: 'Stop med Ctrl-C.',
  stopping: 'Stopper …',
  stopped: 'Klyngerum er stoppet.',
};

const en: typeof da = {
  refusals: refusalsEn,
  setting: (variable, found) => `${variable}${found ? `=${found}` : ''} cannot be used.`,
  unexpected: 'Klyngerum could not start because of an error that was not foreseen:',
  building: 'Building the pages …',
  layingDown: 'Laying down the database, this first time only …',
  startingDatabase: 'Starting the database …',
  ready: (address) => `Klyngerum is ready: ${address}`,
  tryIt: (address) => `Try it as coordinator, doctor, secretary or data source: ${address}`,
  howToStop: 'Stop with Ctrl-C.',
  stopping: 'Stopping …',
  stopped: 'Klyngerum has stopped.',
};

/** What the supervisor says to who started it, in both languages. */
export const supervisorText = { da, en };
export type SupervisorText = typeof da;
