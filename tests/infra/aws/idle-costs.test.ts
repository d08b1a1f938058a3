import { readFileSync } from "node:fs";
import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { edgeLeftInWords } from "../../../infra/cli/operating/deploy-words.ts";
import { edgeTemplate, stackTemplate } from "../../worlds/aws/stack.ts";

/** Charged by use alone, or not at all: AWS's pricing pages of each service. */
const BY_USE = [
  "AWS::ApiGatewayV2::",
  "AWS::CloudFront::",
  "AWS::DynamoDB::GlobalTable",
  "AWS::IAM::",
  "AWS::Lambda::",
  "AWS::Logs::",
  "AWS::S3::",
  "AWS::SES::",
  "AWS::SNS::",
  "AWS::SQS::",
  "AWS::Scheduler::Schedule",
];

interface Row {
  readonly name: string;
  readonly pieces: number;
  readonly free: number;
  readonly each: number;
  readonly month: number;
}
interface Resource {
  readonly Type: string;
  readonly Properties?: { readonly Rules?: readonly unknown[]; readonly Metrics?: readonly object[] };
}

const page = readFileSync("docs/deploy.md", "utf8");
const rows: Row[] = [
  ...page.matchAll(/^\| [^|]+ \| `([^`]+)` \| (\d+) \| (\d+) \| (\d+\.\d\d) \| (\d+\.\d\d) \|$/gm),
].map(([, name = "", ...numbers]) => {
  const [pieces = 0, free = 0, each = 0, month = 0] = numbers.map(Number);
  return { name, pieces, free, each, month };
});
const sum = Number(/^\| sum \|[ |]*\| (\d+\.\d\d) \|$/m.exec(page)?.[1]);

const resourcesOf = (template: Template): Resource[] => Object.values(template.toJSON().Resources);
const edge = resourcesOf(edgeTemplate());

/** What AWS counts of a resource: of an alarm the metrics that it watches, of anything else itself. */
function piecesOf({ Type, Properties }: Resource): number {
  if (Type !== "AWS::CloudWatch::Alarm") return 1;
  return Properties?.Metrics?.filter((metric) => "MetricStat" in metric).length ?? 1;
}

function counted(resources: readonly Resource[], name: string): number {
  if (name === "Rules")
    return resources.reduce((rules, each) => rules + (each.Properties?.Rules?.length ?? 0), 0);
  return resources.filter(({ Type }) => Type === name).reduce((pieces, each) => pieces + piecesOf(each), 0);
}

describe.each(["dev", "prod"])("an idle stage: %s", (stage) => {
  const resources = [...resourcesOf(stackTemplate({ stage })), ...edge];

  test("has as many priced resources as docs/deploy.md counts", () => {
    expect(rows.map(({ name }) => [name, counted(resources, name)])).toEqual(
      rows.map(({ name, pieces }) => [name, pieces]),
    );
  });

  test("has nothing else that costs by being there", () => {
    const priced = rows.map(({ name }) => name);
    const unknown = resources.filter(
      ({ Type }) => !priced.includes(Type) && !BY_USE.some((prefix) => Type.startsWith(prefix)),
    );
    expect(unknown).toEqual([]);
  });
});

test("the table adds up, and the README names its sum", () => {
  expect(rows).toHaveLength(5);
  for (const { pieces, free, each, month } of rows) expect(month).toBeCloseTo((pieces - free) * each, 5);
  expect(rows.reduce((total, { month }) => total + month, 0)).toBeCloseTo(sum, 5);
  const about = `about ${Math.round(sum)} dollars a month`;
  expect(page).toContain(about);
  expect(readFileSync("README.md", "utf8")).toContain(about);
});

test("a second stage of an account pays for the alarms that are free for the first", () => {
  const free = rows.reduce((total, each) => total + each.free * each.each, 0);
  expect(page).toContain(`costs ${(sum + free).toFixed(2)}`);
});

test("where mail is received, two more metrics are watched", () => {
  const replies = "calendar@replies.example.org";
  const receiving = resourcesOf(stackTemplate({ stage: "prod", mailReplies: replies }));
  const usual = rows.find(({ name }) => name === "AWS::CloudWatch::Alarm")?.pieces ?? 0;
  expect(counted(receiving, "AWS::CloudWatch::Alarm")).toBe(usual + 2);
});

test("the price that is shown for a web ACL left behind is that of the table", () => {
  const priceOf = (name: string) => rows.find((row) => row.name === name)?.month ?? 0;
  expect(priceOf("AWS::WAFv2::WebACL") + priceOf("Rules")).toBe(8);
  expect(edgeLeftInWords("dev")).toContain("eight dollars a month");
});
