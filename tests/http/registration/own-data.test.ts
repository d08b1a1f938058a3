import { expect, test } from "vitest";
import { submitted } from "../../../functions/domain/registration/decisions/submit.ts";
import { ownData } from "../../../functions/http/registration/own-data.ts";
import { eventOf, OPENED, placeOf, submissionOf } from "../../worlds/registration/registration-events.ts";

test("the file of one's own data holds all that is kept, and nothing that opens the registration", () => {
  const event = eventOf([placeOf("hall")]);
  const token = { hash: "a-hash-of-the-secret", sealed: "the-secret-sealed" };
  const circumstances = { event, now: OPENED, at: Date.parse(OPENED), token, room: () => true };
  const { after } = submitted(submissionOf({ needs: "A ramp" }), {
    ...circumstances,
    network: "2027-06-01#n",
  });
  const addressChange = { email: "new@example.org", token, until: OPENED };
  const text = ownData({ ...after, addressChange }, event);
  const { token: _, wrongCodes: __, ...kept } = after;
  expect(JSON.parse(text)).toMatchObject({
    ...JSON.parse(JSON.stringify(kept)),
    newAddress: "new@example.org",
  });
  expect(text).not.toMatch(/a-hash-of-the-secret|the-secret-sealed/);
});
