import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, test } from "vitest";
import { readMailSettings } from "../../../infra/aws/stage/mail-settings.ts";
import { stackTemplate, statementsOf } from "../../worlds/aws/stack.ts";

const DOMAIN = {
  domainName: "newsroom.example.org",
  certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d",
};
let template: Template;
beforeAll(() => {
  template = stackTemplate({ stage: "prod", ...DOMAIN });
});

describe("whoever sends mail", () => {
  test.each([/DeliverRole/, /HousekeepingRole/])("(%s) does so from one address, to anyone", (role) => {
    const [sending, ...more] = statementsOf(template, role).filter(({ Action }) =>
      [Action].flat().some((action) => action.startsWith("ses:")),
    );
    expect(more).toEqual([]);
    expect(sending).toMatchObject({
      Action: ["ses:SendEmail", "ses:SendRawEmail"],
      Condition: { StringEquals: { "ses:FromAddress": "registration@newsroom.example.org" } },
    });
    expect(JSON.stringify(sending?.Resource)).toContain(":identity/*");
  });
});

describe("the mail service", () => {
  test("tells a topic of bounces and complaints, and nobody by mail", () => {
    template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: { MatchingEventTypes: ["bounce", "complaint"], SnsDestination: Match.anyValue() },
    });
    template.hasResourceProperties("AWS::SES::EmailIdentity", {
      FeedbackAttributes: { EmailForwardingEnabled: false },
    });
  });

  test("sends over TLS alone, and keeps no list of addresses of its own", () => {
    template.hasResourceProperties("AWS::SES::ConfigurationSet", {
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      SuppressionOptions: { SuppressedReasons: [] },
    });
  });

  test("names the records by which a domain signs, and asks for none where an address is verified", () => {
    for (const n of [1, 2, 3])
      expect(JSON.stringify(template.findOutputs(`Dkim${n}`))).toMatch(
        new RegExp(`DkimDNSTokenName${n}"\\]\\}," CNAME ",.*DkimDNSTokenValue${n}"`),
      );
    const address = stackTemplate({ stage: "dev", mailFrom: "me@example.com" });
    expect(address.findOutputs("Dkim*")).toEqual({});
    address.hasResourceProperties("AWS::SES::EmailIdentity", { EmailIdentity: "me@example.com" });
  });

  test("leaves a sender alone whom another stage has had verified", () => {
    const second = stackTemplate({ stage: "dev", ...DOMAIN, mailIdentity: "existing" });
    second.resourceCountIs("AWS::SES::EmailIdentity", 0);
    expect(second.findOutputs("MailFrom")).toEqual({
      MailFrom: { Value: "registration@newsroom.example.org" },
    });
  });
});

const NOBODY = { newsroom: undefined, domain: undefined, from: undefined };

test.each([
  [{ newsroom: "newsroom.example.org" }, "registration@newsroom.example.org"],
  [
    { newsroom: "newsroom.example.org", domain: "example.org", from: "news@press.example.org" },
    "news@press.example.org",
  ],
  [{ from: "me@example.com" }, "me@example.com"],
  [{ from: "me@example.com", identity: "existing" }, "me@example.com"],
])("of %j mail comes from %s", (given, from) => {
  expect(readMailSettings({ ...NOBODY, ...given }).from).toBe(from);
});

test.each([
  [{ from: "nobody" }, "mailFrom"],
  [{ from: "me@example.com", domain: "example.org" }, "mailDomain"],
  [{ from: "me@example.com", identity: "new" }, "mailIdentity=existing"],
  [{ identity: "existing" }, "mailFrom"],
])("%j is refused with what to give instead: %s", (given, help) => {
  expect(() => readMailSettings({ ...NOBODY, ...given })).toThrow(
    expect.objectContaining({ code: "option-invalid", help: expect.stringContaining(help) }),
  );
});
