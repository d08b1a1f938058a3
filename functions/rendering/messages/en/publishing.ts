import type { PublishingMessages } from "../shapes/publishing-messages.ts";

export const en: PublishingMessages = {
  banner: ({ done, of }) => `Still publishing: ${done} of ${of}.`,
  title: "Still publishing",
  notYet: ({ done, of }) =>
    `This page is not there yet. Publishing goes on: ${done} of ${of} done. The page reloads by itself.`,
  startingTitle: "The newsroom is starting",
  starting: "It opens in a few seconds. The page reloads by itself.",
};
