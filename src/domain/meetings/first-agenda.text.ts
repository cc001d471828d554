const da = {
  general_assembly: {
    chosen: 'Valg af dirigent og referent',
    report: 'Formandens beretning: hvad klyngen nåede i år',
    accounts: 'Regnskab og budget',
    proposals: 'Indkomne forslag',
    elections: 'Valg til bestyrelsen og af revisor',
    topics: 'Emner for det næste år',
    other: 'Eventuelt',
  },
  founding_assembly: {
    chosen: 'Valg af dirigent og referent',
    why: 'Hvad vil vi med klyngen?',
    articles: 'Vedtægter: gennemgang og vedtagelse',
    elections: 'Valg af bestyrelse og koordinator',
    practical: 'Registrering, konto og budget',
    topics: 'De første emner og møder',
    other: 'Eventuelt',
  },
  board: {
    since: 'Siden sidst',
    money: 'Økonomi',
    meetings: 'De næste møder: emner, gæster og hvem der gør hvad',
    other: 'Eventuelt',
  },
  joint: {
    welcome: 'Velkomst: hvorfor vi mødes',
    ours: 'Klyngen fortæller: sådan ser det ud hos os',
    theirs: 'Gæsten fortæller: sådan ser det ud hos os',
    groups: 'Drøftelse i blandede grupper',
    agreement: 'Hvad aftaler vi, og hvornår ser vi på det igen?',
  },
  pre_meeting: {
    aim: 'Hvad vil klyngen have ud af mødet?',
    guest: 'Hvad har gæsten brug for at vide?',
    figures: 'Tal og spørgsmål til mødet',
    roles: 'Program, roller og det praktiske',
  },
  follow_up: {
    since: 'Hvad aftalte vi?',
    figures: 'De samme tal igen',
    groups: 'Hvad virkede, og hvad gjorde ikke?',
    agreement: 'Fortsætter vi, ændrer vi, eller stopper vi?',
  },
};

/** The items that a meeting of a kind begins with when it is made from nothing, by what they are. */
export const firstAgendaText: { da: typeof da; en: typeof da } = {
  da,
  en: {
    general_assembly: {
      chosen: 'Choosing who chairs and who takes the minutes',
      report: 'Report of the chair: what the cluster did this year',
      accounts: 'Accounts and budget',
      proposals: 'Proposals received',
      elections: 'Election of the board and the auditor',
      topics: 'Topics of the coming year',
      other: 'Any other business',
    },
    founding_assembly: {
      chosen: 'Choosing who chairs and who takes the minutes',
      why: 'What do we want of the cluster?',
      articles: 'Articles: reading and adoption',
      elections: 'Election of the board and the coordinator',
      practical: 'Registration, account and budget',
      topics: 'The first topics and meetings',
      other: 'Any other business',
    },
    board: {
      since: 'Since last time',
      money: 'Economy',
      meetings: 'The next meetings: topics, guests and who does what',
      other: 'Any other business',
    },
    joint: {
      welcome: 'Welcome: why we meet',
      ours: 'The cluster tells: how things are with us',
      theirs: 'The guest tells: how things are with us',
      groups: 'Discussion in mixed groups',
      agreement: 'What do we agree, and when do we look at it again?',
    },
    pre_meeting: {
      aim: 'What does the cluster want of the meeting?',
      guest: 'What does the guest need to know?',
      figures: 'Figures and questions for the meeting',
      roles: 'Programme, roles and practicalities',
    },
    follow_up: {
      since: 'What did we agree?',
      figures: 'The same figures again',
      groups: 'What worked, and what did not?',
      agreement: 'Do we go on, change, or stop?',
    },
  },
};
