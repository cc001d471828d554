/** How to mend a setting, in both languages of the interface. */
export type ProblemText = { da: string; en: string };

/** The mend for each way in which a setting can be unusable. */
export const settingsText = {
  port: {
    da: 'Skriv et portnummer fra 1 til 65535, for eksempel PORT=3000, eller PORT=0 for en ledig port.',
    en: 'Write a port number from 1 to 65535, such as PORT=3000, or PORT=0 for any free port.',
  },
  host: {
    da: 'Skriv en adresse eller et navn på denne maskine, for eksempel HOST=127.0.0.1.',
    en: 'Write an address or a name of this machine, such as HOST=127.0.0.1.',
  },
  dataDir: {
    da: 'Skriv en mappe, der kun er til Klyngerums data, for eksempel DATA_DIR=/var/lib/klyngerum.',
    en: 'Write a folder that holds nothing but Klyngerum’s data, such as DATA_DIR=/var/lib/klyngerum.',
  },
  publicUrl: {
    da: 'Skriv adressen, som folk bruger, uden sti: PUBLIC_URL=https://klynge.example.dk.',
    en: 'Write the address that people use, without a path: PUBLIC_URL=https://klynge.example.dk.',
  },
  publicUrlMissing: {
    da: 'Når HOST er alle adresser, kan links i mails ikke gættes: skriv PUBLIC_URL, for eksempel PUBLIC_URL=http://192.0.2.7:3000.',
    en: 'When HOST is every address, links in mails cannot be guessed: write PUBLIC_URL, such as PUBLIC_URL=http://192.0.2.7:3000.',
  },
  smtpUrl: {
    da: 'Skriv mailserveren som SMTP_URL=smtps://bruger:kodeord@mail.example.dk:465.',
    en: 'Write the mail server as SMTP_URL=smtps://user:password@mail.example.dk:465.',
  },
  mailFrom: {
    da: 'Skriv afsenderen som MAIL_FROM="Klyngerum <klyngerum@example.dk>".',
    en: 'Write the sender as MAIL_FROM="Klyngerum <klyngerum@example.dk>".',
  },
  mailFromMissing: {
    da: 'Med SMTP_URL skal mails have en afsender: MAIL_FROM="Klyngerum <klyngerum@example.dk>".',
    en: 'With SMTP_URL mails need a sender: MAIL_FROM="Klyngerum <klyngerum@example.dk>".',
  },
  dkimDomain: {
    da: 'Skriv domænet, som mails underskrives for, som DKIM_DOMAIN=example.dk.',
    en: 'Write the domain that mails are signed for as DKIM_DOMAIN=example.dk.',
  },
  dkimSelector: {
    da: 'Skriv nøglens navn i domænets DNS, for eksempel DKIM_SELECTOR=klyngerum.',
    en: 'Write the name of the key in the DNS of the domain, such as DKIM_SELECTOR=klyngerum.',
  },
  dkimKeyFile: {
    da: 'Skriv en fil, der kan læses, med en privat RSA-nøgle på mindst 1024 bit: DKIM_KEY_FILE=/etc/klyngerum/dkim.pem.',
    en: 'Write a readable file with a private RSA key of at least 1024 bits: DKIM_KEY_FILE=/etc/klyngerum/dkim.pem.',
  },
  dkimMissing: {
    da: 'For at underskrive mails skal alle tre stå der: DKIM_DOMAIN, DKIM_SELECTOR og DKIM_KEY_FILE. Uden dem alle underskrives de ikke.',
    en: 'To sign mails all three are needed: DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE. Without any, they are not signed.',
  },
  demo: {
    da: 'Vælg DEMO=auto, DEMO=on, DEMO=off eller DEMO=public.',
    en: 'Choose DEMO=auto, DEMO=on, DEMO=off or DEMO=public.',
  },
  demoOnIsLocal: {
    da: 'DEMO=on gælder kun, når HOST og PUBLIC_URL er denne maskine. Vælg DEMO=public, hvis alle må prøve, ellers DEMO=off.',
    en: 'DEMO=on holds only when HOST and PUBLIC_URL are this machine. Choose DEMO=public if everybody may try, else DEMO=off.',
  },
  logLevel: {
    da: 'Vælg LOG_LEVEL=debug, info, warn eller error.',
    en: 'Choose LOG_LEVEL=debug, info, warn or error.',
  },
  trustedProxies: {
    da: 'Skriv jeres proxyers IP-adresser med komma: TRUSTED_PROXIES=10.0.0.2,10.1.0.0/16.',
    en: 'Write the IP addresses of your proxies with commas: TRUSTED_PROXIES=10.0.0.2,10.1.0.0/16.',
  },
  now: {
    da: 'Kun til afprøvning: et tidspunkt som KLYNGERUM_NOW=2027-03-01T09:00Z eller en forskydning som +365d.',
    en: 'For trials only: a moment such as KLYNGERUM_NOW=2027-03-01T09:00Z or a shift such as +365d.',
  },
  databaseUrl: {
    da: 'Skriv DATABASE_URL, DATABASE_OWNER_URL og DATABASE_WORKER_URL som postgres://bruger:kodeord@vært:5432/database.',
    en: 'Write DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL as postgres://user:password@host:5432/database.',
  },
  databaseMissing: {
    da: 'En egen database skal have alle tre: DATABASE_URL, DATABASE_OWNER_URL og DATABASE_WORKER_URL. Uden dem alle bruges den indbyggede.',
    en: 'A database of your own needs all three: DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL. Without any, the built-in one is used.',
  },
  databaseSameLogin: {
    da: 'DATABASE_URL, DATABASE_OWNER_URL og DATABASE_WORKER_URL skal have hver sin bruger, ellers kan siderne læse alle praksissers tal.',
    en: 'DATABASE_URL, DATABASE_OWNER_URL and DATABASE_WORKER_URL need a user each, else the pages could read every practice’s figures.',
  },
} satisfies Record<string, ProblemText>;
