const da = {
  title: 'Dine opgaver',
  lead: 'Det tog du på dig ved et møde. Klyngen ser i referatet, at det er gjort.',
  due: (day: string) => `Senest ${day}`,
  done: (day: string) => `Gjort ${day}`,
  markDone: 'Den er gjort',
  markOpen: 'Ikke gjort alligevel',
  refusal:
    'Det kunne ikke gemmes: opgaven er taget ud, eller står allerede sådan. Her er dine opgaver, som de er nu.',
};

const en: typeof da = {
  title: 'Your tasks',
  lead: 'You took these on at a meeting. The cluster sees in the minutes that they are done.',
  due: (day) => `By ${day}`,
  done: (day) => `Done ${day}`,
  markDone: 'It is done',
  markOpen: 'Not done after all',
  refusal:
    'It could not be saved: the task was taken out, or stands so already. Here are your tasks as they are now.',
};

/** Texts about the actions that somebody has taken on. */
export const ownActionsText = { da, en };
