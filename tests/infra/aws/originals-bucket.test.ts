import { Match, type Template } from "aws-cdk-lib/assertions";
import { beforeAll, expect, test } from "vitest";
import { stackTemplate } from "../../worlds/aws/stack.ts";

let template: Template;
let originals: string;
beforeAll(() => {
  template = stackTemplate({ stage: "prod" });
  originals = Object.keys(template.findResources("AWS::S3::Bucket")).find((id) => /Originals/.test(id)) ?? "";
});

const bucket = () => template.findResources("AWS::S3::Bucket")[originals];
/** What mentions the bucket, of all resources of a type. */
const naming = (type: string) =>
  Object.entries(template.findResources(type))
    .filter(([, resource]) => JSON.stringify(resource).includes(originals))
    .map(([id]) => id);

test("the bucket of originals keeps versions, and notes who asked for what", () => {
  expect(bucket()).toMatchObject({
    DeletionPolicy: "Retain",
    Properties: {
      VersioningConfiguration: { Status: "Enabled" },
      LoggingConfiguration: { LogFilePrefix: "originals/" },
    },
  });
});

test("its policy refuses plain HTTP and allows nobody anything", () => {
  const [policy, ...more] = Object.values(template.findResources("AWS::S3::BucketPolicy")).filter(
    ({ Properties }) => Properties.Bucket.Ref === originals,
  );
  expect(more).toEqual([]);
  const statements: { Effect: string; Condition: unknown }[] = policy?.Properties.PolicyDocument.Statement;
  expect(statements.map(({ Effect }) => Effect)).toEqual(["Deny", "Deny"]);
  expect(statements[0]?.Condition).toEqual({ Bool: { "aws:SecureTransport": "false" } });
});

test("nothing else of the stack knows it: no role, no function, no distribution", () => {
  const types = Object.values(template.toJSON().Resources).map((resource) =>
    typeof resource === "object" && resource !== null && "Type" in resource ? String(resource.Type) : "",
  );
  const knowing = [...new Set(types)].filter((type) => naming(type).length > 0);
  expect(knowing.toSorted()).toEqual(["AWS::S3::BucketPolicy"]);
});

test("no policy of a role reaches it by a pattern", () => {
  const policies = Object.values(template.findResources("AWS::IAM::Policy"));
  const statements: { Action: string | string[]; Resource: unknown }[] = policies.flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
  const onObjects = statements.filter(({ Action }) =>
    [Action].flat().some((action) => /^(s3:|\*)/.test(action)),
  );
  expect(onObjects.length).toBeGreaterThan(0);
  for (const { Resource } of onObjects)
    for (const each of [Resource].flat())
      expect(JSON.stringify(each)).toMatch(/^\{"Fn::(Join|GetAtt)":.*Buckets(Media|Logs)/);
});

test("an upload that broke off can go on for a week, superseded versions go after 30 days, in both buckets", () => {
  for (const name of [/Media/, /Originals/])
    template.hasResourceProperties("AWS::S3::Bucket", {
      LoggingConfiguration: {
        LogFilePrefix: Match.stringLikeRegexp(name.source.toLowerCase()),
      },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          {
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            NoncurrentVersionExpiration: { NoncurrentDays: 30 },
            Status: "Enabled",
          },
        ]),
      },
    });
});

test("originals move to cheaper storage after 90 days, from which they can be had at once; none expires", () => {
  const rules: Record<string, unknown>[] = bucket()?.Properties.LifecycleConfiguration.Rules;
  expect(rules).toContainEqual({
    Status: "Enabled",
    Transitions: [{ StorageClass: "GLACIER_IR", TransitionInDays: 90 }],
  });
  for (const rule of rules)
    if (rule.Prefix === undefined) expect(Object.keys(rule)).not.toContain("ExpirationInDays");
});

test("hidden files are forgotten by the bucket itself once they can no longer be shown again", () => {
  const rules: Record<string, unknown>[] = bucket()?.Properties.LifecycleConfiguration.Rules;
  expect(rules).toContainEqual({
    Prefix: "hidden/",
    Status: "Enabled",
    ExpirationInDays: 4,
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  });
});
