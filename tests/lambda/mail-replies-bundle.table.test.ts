import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { BUNDLE_FILE, bundleFunction } from "../../infra/aws/functions/bundle.ts";
import { receivedOf, snsEvent } from "../worlds/aws/ses-events.ts";
import { temporaryFolder } from "../worlds/commands/temporary-folder.ts";
import { fromOutlook } from "../worlds/registration/received-mails.ts";
import { eventOf, placeOf } from "../worlds/registration/registration-events.ts";
import { registrationSite } from "../worlds/registration/registration-site.ts";

test("the built function of answers reads a mail, and its log holds neither address nor word", async () => {
  const directory = temporaryFolder();
  await bundleFunction("mail-replies", directory);
  const { newsroom, table } = await registrationSite(eventOf([placeOf("hall")]));
  const mail = fromOutlook({ from: "stranger@example.com", uid: "one@example.org", answer: "DECLINED" });
  const event = join(directory, "event.json");
  writeFileSync(event, JSON.stringify(snsEvent(receivedOf(mail))));
  const script = `require(${JSON.stringify(join(directory, BUNDLE_FILE))}).handler(require(${JSON.stringify(event)})).then(() => process.exit(0));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["-e", script], {
    env: {
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: inject("dynamodbEndpoint"),
      NEWSROOM_TABLE: newsroom,
      REGISTRATIONS_TABLE: table,
      MAIL_FROM: "registration@newsroom.example.org",
      MAIL_REPLIES: "calendar@replies.example.org",
    },
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual({
    timestamp: expect.any(String),
    level: "INFO",
    kind: "reply-ignored",
    reason: "unknown",
  });
});
