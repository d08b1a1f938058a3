import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { EDGE } from "../../../functions/rendering/messages/catalogues.ts";

/** Seconds over which requests of an address are counted. */
const WINDOW_SECONDS = 300;
/** Forms that one address may send in that time: a hall that registers as one, two or three a person. */
const SUBMISSIONS = 300;
/** Requests of anything but bytes: three hundred journalists in a hall share one address, a page each every ten seconds. */
const REQUESTS = 10_000;

/** What people send when they register, in whatever spelling the path comes. */
const REGISTRATION_PATH = "^/+[^/]+/+regist(er|ration)/";
const MEDIA_PREFIX = "/media/";

/**
 * The web ACL in front of CloudFront: counts requests by address and turns away who sends too many, with 429 and when to
 * come back. Lists of addresses of ill repute only count: behind many of them are people, too.
 */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const acl = new CfnWebACL(this, "Acl", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visibility("All"),
      customResponseBodies: { busy: { contentType: "TEXT_HTML", content: BUSY } },
      rules: [
        limit("Submissions", 0, SUBMISSIONS, {
          andStatement: { statements: [IS_POST, isLike(REGISTRATION_PATH)] },
        }),
        limit("Requests", 1, REQUESTS, {
          notStatement: { statement: beginsWith(MEDIA_PREFIX) },
        }),
        {
          name: "Reputation",
          priority: 2,
          statement: {
            managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesAmazonIpReputationList" },
          },
          overrideAction: { count: {} },
          visibilityConfig: visibility("Reputation"),
        },
      ],
    });
    this.arn = acl.attrArn;
  }
}

/**
 * In the languages of the newsroom: WAF knows no reader's language. It names no character set in its header either, so
 * the page does.
 */
const BUSY = [
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
  "<title>429</title>",
  ...LANGUAGES.map((language) => `<p lang="${language}">${EDGE[language].tooManyRequests}</p>`),
  "</html>",
].join("\n");

function limit(
  name: string,
  priority: number,
  requests: number,
  scopeDownStatement: CfnWebACL.StatementProperty,
): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    statement: {
      rateBasedStatement: {
        limit: requests,
        evaluationWindowSec: WINDOW_SECONDS,
        aggregateKeyType: "IP",
        scopeDownStatement,
      },
    },
    action: {
      block: {
        customResponse: {
          responseCode: 429,
          customResponseBodyKey: "busy",
          responseHeaders: [{ name: "Retry-After", value: String(WINDOW_SECONDS) }],
        },
      },
    },
    visibilityConfig: visibility(name),
  };
}

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false, // samples hold paths, in which tokens stand
});

const IS_POST: CfnWebACL.StatementProperty = {
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: "EXACTLY",
    searchString: "POST",
    textTransformations: [{ priority: 0, type: "NONE" }],
  },
};

/** Paths as CloudFront reads them when it chooses a behaviour: decoded. */
const DECODED = [
  { priority: 0, type: "URL_DECODE" },
  { priority: 1, type: "LOWERCASE" },
];

const isLike = (regexString: string): CfnWebACL.StatementProperty => ({
  regexMatchStatement: { fieldToMatch: { uriPath: {} }, regexString, textTransformations: DECODED },
});

const beginsWith = (searchString: string): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: "STARTS_WITH",
    searchString,
    textTransformations: DECODED,
  },
});
