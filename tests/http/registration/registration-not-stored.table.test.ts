import { TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { diskFull } from "../../../infra/local/machine/disk-room.ts";
import { eventOf, placeOf } from "../../worlds/registration/registration-events.ts";
import { filled, registrationSite } from "../../worlds/registration/registration-site.ts";

test.each([
  ["en", "The newsroom cannot store anything at the moment."],
  ["ru", "Сейчас сайт не может ничего сохранить."],
  ["kk", "Қазір сайт ештеңе сақтай алмайды."],
])("whoever registers in %s on a full disk keeps the form and reads why", async (language, words) => {
  const site = await registrationSite(eventOf([placeOf("hall", { capacity: 3 })]));
  site.client.middlewareStack.add(
    (send, { commandName }) =>
      (request) => {
        if (commandName === TransactWriteItemsCommand.name) throw diskFull("/state");
        return send(request);
      },
    { step: "initialize", name: "fullDisk" },
  );
  const token = await site.formToken();
  site.pass(60);
  const fields = filled(token, { email: "aigul@example.org" });
  const answer = await site.send(`/${language}/register/world-day-2027`, fields);
  const html = await answer.text();
  expect(answer.status).toBe(503);
  expect(html).toContain(words);
  expect(html).toContain('value="aigul@example.org"');
  expect(await site.all()).toEqual([]);
});
