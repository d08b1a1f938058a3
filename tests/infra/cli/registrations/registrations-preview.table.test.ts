import { expect, test } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/language.ts";
import { PERSON_MAILS } from "../../../../functions/domain/registration/mail.ts";
import { preview } from "../../../../infra/cli/registrations/preview-act.ts";
import { registeringWorld } from "../../../worlds/registration/registering.ts";
import { eventOf, placeOf } from "../../../worlds/registration/registration-events.ts";
import { deskIn, NOTHING, SLUG } from "../../../worlds/registration/registrations-desk.ts";

test("every mail can be seen before it is sent, in every language, with the event's own words", async () => {
  const event = eventOf([placeOf("hall")]);
  const words = event.words.map((each) => ({
    ...each,
    mail: { reminder: { subject: `Soon, in ${each.language}` } },
  }));
  const world = await registeringWorld({ ...event, words });
  const desk = deskIn(world);
  for (const kind of PERSON_MAILS)
    for (const language of LANGUAGES) {
      const shown = await preview(desk, { ...NOTHING, language }, [SLUG, kind]);
      expect(shown).toContain(kind === "reminder" ? `Soon, in ${language}` : `(${language})`);
      expect(shown).not.toMatch(/undefined|\[object|NaN|Invalid/);
    }
  await expect(preview(desk, NOTHING, [SLUG, "confirmd"])).rejects.toMatchObject({
    code: "option-invalid",
    help: expect.stringContaining("Did you mean confirmed?"),
  });
  expect([await world.mails(), await world.all()]).toEqual([[], []]);
});
