import type { PublishingMessages } from "../shapes/publishing-messages.ts";

export const ru: PublishingMessages = {
  banner: ({ done, of }) => `Публикация продолжается: готово ${done} из ${of}.`,
  title: "Публикация продолжается",
  notYet: ({ done, of }) =>
    `Этой страницы пока нет. Публикация продолжается: готово ${done} из ${of}. Страница обновится сама.`,
  startingTitle: "Сайт запускается",
  starting: "Он откроется через несколько секунд. Страница обновится сама.",
};
