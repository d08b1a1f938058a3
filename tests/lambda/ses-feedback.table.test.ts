import { beforeEach, describe, expect, test } from "vitest";
import { feedbackHandler } from "../../functions/lambda/mail/ses-feedback.ts";
import { type Mailboxes, mailboxes } from "../../functions/storage/registrations/mailboxes.ts";
import { bounceOf, complaintOf, snsEvent } from "../worlds/aws/ses-events.ts";
import { registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf, OPENED, placeOf } from "../worlds/registration/registration-events.ts";

const ADDRESS = "Aigul.Serik@example.org";
let boxes: Mailboxes;

beforeEach(async () => {
  const world = await registeringWorld(eventOf([placeOf("hall")]));
  boxes = mailboxes(world.client, world.table);
});

const hear = (...events: unknown[]) => feedbackHandler(boxes, () => new Date(OPENED))(snsEvent(...events));
const refused = async (address = ADDRESS) => (await boxes.refused(address, OPENED))?.reason;

describe("what SES tells", () => {
  test("of a bounce for good stops mail to that address, however it is spelled", async () => {
    await hear(bounceOf("Permanent", ADDRESS));
    expect([await refused(), await refused("aigul.serik@EXAMPLE.org")]).toEqual(["bounce", "bounce"]);
    expect(await refused("someone.else@example.org")).toBeUndefined();
  });

  test.each(["Transient", "Undetermined"])("of a bounce that is %s changes nothing", async (type) => {
    await hear(bounceOf(type, ADDRESS));
    expect(await refused()).toBeUndefined();
  });

  test("of a complaint stops mail, unless it says that the mail is no spam", async () => {
    await hear(complaintOf(ADDRESS, "not-spam"));
    expect(await refused()).toBeUndefined();
    await hear(complaintOf(ADDRESS, "abuse"));
    expect(await refused()).toBe("complaint");
  });

  test("with a name around the address is about that address", async () => {
    await hear(bounceOf("Permanent", `Aigul Serik <${ADDRESS}>`));
    expect(await refused()).toBe("bounce");
  });

  test("of deliveries, in words, or in a shape of tomorrow changes nothing and fails nothing", async () => {
    await hear(
      { eventType: "Delivery", delivery: { recipients: [ADDRESS] } },
      { eventType: "Bounce", bounce: { bounceType: "Permanent" } },
      "Successfully validated SNS topic for Amazon SES event publishing.",
    );
    expect(await refused()).toBeUndefined();
  });

  test("twice is as once", async () => {
    await hear(bounceOf("Permanent", ADDRESS), bounceOf("Permanent", ADDRESS));
    expect(await refused()).toBe("bounce");
  });
});
