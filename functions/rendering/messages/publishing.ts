import type { Language } from "../../domain/language.ts";
import type { PublishProgress } from "./publish-progress.ts";
import { typesetMessages } from "./typeset-messages.ts";

/** What a newsroom on one machine says while its content is still being published. */
export interface PublishingMessages {
  /** At the head of every page. */
  readonly banner: (progress: PublishProgress) => string;
  readonly title: string;
  /** Instead of a page that is not there yet. */
  readonly notYet: (progress: PublishProgress) => string;
  /** Before anything is there. */
  readonly startingTitle: string;
  readonly starting: string;
}

export const PUBLISHING_MESSAGES: Record<Language, PublishingMessages> = typesetMessages({
  en: {
    banner: ({ done, of }) => `Still publishing: ${done} of ${of}.`,
    title: "Still publishing",
    notYet: ({ done, of }) =>
      `This page is not there yet. Publishing goes on: ${done} of ${of} done. The page reloads by itself.`,
    startingTitle: "The newsroom is starting",
    starting: "It opens in a few seconds. The page reloads by itself.",
  },
  ru: {
    banner: ({ done, of }) => `Публикация продолжается: готово ${done} из ${of}.`,
    title: "Публикация продолжается",
    notYet: ({ done, of }) =>
      `Этой страницы пока нет. Публикация продолжается: готово ${done} из ${of}. Страница обновится сама.`,
    startingTitle: "Сайт запускается",
    starting: "Он откроется через несколько секунд. Страница обновится сама.",
  },
  kk: {
    banner: ({ done, of }) => `Жариялау жүріп жатыр: дайыны — ${done}/${of}.`,
    title: "Жариялау жүріп жатыр",
    notYet: ({ done, of }) =>
      `Бұл бет әлі дайын емес. Жариялау жүріп жатыр: дайыны — ${done}/${of}. Бет өздігінен жаңарады.`,
    startingTitle: "Сайт іске қосылып жатыр",
    starting: "Ол бірнеше секундтан кейін ашылады. Бет өздігінен жаңарады.",
  },
});
