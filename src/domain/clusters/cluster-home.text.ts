const da = {
  sections: {
    home: 'Oversigt',
    meetings: 'Møder',
    topics: 'Emner',
    agreements: 'Aftaler',
    packages: 'Pakker',
    questionnaires: 'Spørgeskemaer',
    partners: 'Samarbejdspartnere',
    figures: 'Tal',
    deliveries: 'Leveringer',
    practice: 'Vores praksis',
    members: 'Medlemmer',
  },
  now: 'Lige nu',
  nothing: {
    title: 'Intet venter på dig',
    text: 'Når der er noget at gøre eller se i klyngen, står det her.',
  },
  recent: 'Seneste tal',
  ownPlace:
    'Jeres egen plads står øverst, når du åbner et af tallene. Den er dækket til, indtil du trykker ”Vis jeres tal”.',
  seeOwnPlace: 'Se jeres plads',
  all: 'Se alle tal',
  acts: {
    open: {
      title: 'Åbn jeres egne tal',
      text: 'Det kræver praksis’ nøgle. Den kommer fra jeres datakilde eller fra driften.',
      act: 'Til vores praksis',
    },
    keys: {
      title: 'Få nøgler til praksisserne',
      text: 'Uden sin nøgle kan en praksis hverken se sine egne tal eller sige ja til, at de indgår. Nøglen kommer fra en datakilde, som driften kender, eller fra driften selv.',
      act: 'Bed en datakilde om nøgler',
    },
    answer: {
      title: 'Svar på en datakilde',
      text: 'Jeres tal indgår først i klyngens billede, når I har sagt ja.',
      act: 'Sig ja eller nej',
    },
    deliver: {
      title: 'Lever tal',
      text: 'Læg en fil med praksissernes tal ind, eller prøv med eksempelfilen.',
      act: 'Lever tal',
    },
    publish: {
      title: 'Vis klyngen tallene',
      text: 'Der er leveret tal, som ikke er offentliggjort endnu.',
      act: 'Se, hvem der har bidraget',
    },
    invite: { title: 'Saml klyngen', text: 'Tilføj de praksisser, der mangler.', act: 'Gå til medlemmer' },
  },
};
const en: typeof da = {
  sections: {
    home: 'Overview',
    meetings: 'Meetings',
    topics: 'Topics',
    agreements: 'Agreements',
    packages: 'Packages',
    questionnaires: 'Questionnaires',
    partners: 'Partners',
    figures: 'Figures',
    deliveries: 'Deliveries',
    practice: 'Our practice',
    members: 'Members',
  },
  now: 'Right now',
  nothing: {
    title: 'Nothing is waiting for you',
    text: 'When there is something to do or see in the cluster, it is here.',
  },
  recent: 'Latest figures',
  ownPlace:
    'Your own place stands at the top when you open one of the figures. It is covered until you press “Show your figures”.',
  seeOwnPlace: 'See your place',
  all: 'See all figures',
  acts: {
    open: {
      title: 'Open your own figures',
      text: 'That takes the practice’s key. It comes from your data source or from the operator.',
      act: 'To our practice',
    },
    keys: {
      title: 'Get the practices their keys',
      text: 'Without its key a practice can neither see its own figures nor say yes to their being used. The key comes from a data source that the operator knows, or from the operator.',
      act: 'Ask a data source for keys',
    },
    answer: {
      title: 'Answer a data source',
      text: 'Your figures join the cluster’s picture only when you have said yes.',
      act: 'Say yes or no',
    },
    deliver: {
      title: 'Deliver figures',
      text: 'Put in a file of the practices’ figures, or try with the example file.',
      act: 'Deliver figures',
    },
    publish: {
      title: 'Show the cluster its figures',
      text: 'Figures have been delivered that are not published yet.',
      act: 'See who has contributed',
    },
    invite: {
      title: 'Gather the cluster',
      text: 'Add the practices that are missing.',
      act: 'Go to members',
    },
  },
};

/** What the overview of a cluster says. */
export const clusterHomeText = { da, en };
