/** What a reader is told at the door, whatever the page. */
export const da = {
  not_found: 'Siden findes ikke, eller den er ikke for dig.',
  not_permitted: 'Det kan din rolle i klyngen ikke. Spørg koordinatoren, hvis du mener, at den burde.',
  something_broke: 'Noget gik galt hos os. Intet er gået tabt. Prøv igen om lidt.',
  link_over: (cluster: string) =>
    `Linket virker ikke længere. Intet er gået tabt. Brug linket i den nyeste mail fra ${cluster}, eller log ind med din mailadresse. Er du ikke med i klyngen mere, skal du ikke gøre noget.`,
  holds_cpr: 'Det, du skrev, ligner et CPR-nummer. Intet er gemt.',
  confirm_again: 'Bekræft først, at det er dig: vi sender et link til din mail.',
};
export const en: typeof da = {
  not_found: 'The page does not exist, or it is not for you.',
  not_permitted: 'Your role in the cluster does not allow that. Ask the coordinator if you think it should.',
  something_broke: 'Something went wrong on our side. Nothing is lost. Try again in a moment.',
  link_over: (cluster: string) =>
    `The link no longer works. Nothing is lost. Use the link in the latest mail from ${cluster}, or sign in with your mail address. If you are no longer in the cluster, there is nothing to do.`,
  holds_cpr: 'What you typed looks like a CPR number. Nothing has been saved.',
  confirm_again: 'First confirm that it is you: we send a link to your mailbox.',
};
export const accessText = { da, en };
