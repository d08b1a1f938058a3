import type { PublishingMessages } from "../shapes/publishing-messages.ts";

export const kk: PublishingMessages = {
  banner: ({ done, of }) => `Жариялау жүріп жатыр: дайыны — ${done}/${of}.`,
  title: "Жариялау жүріп жатыр",
  notYet: ({ done, of }) =>
    `Бұл бет әлі дайын емес. Жариялау жүріп жатыр: дайыны — ${done}/${of}. Бет өздігінен жаңарады.`,
  startingTitle: "Сайт іске қосылып жатыр",
  starting: "Ол бірнеше секундтан кейін ашылады. Бет өздігінен жаңарады.",
};
