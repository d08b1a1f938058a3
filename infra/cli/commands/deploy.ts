import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION, STATE_OPTION } from "../console/folder-options.ts";
import { stageName } from "../console/stage-name.ts";
import { requireContent } from "../target/content-folder.ts";

export const deployCommand = defineCommand({
  name: "npm run deploy",
  summary:
    "Synthesises the stacks of a stage, deploys them to the AWS account of the environment, and publishes.",
  options: {
    stage: { type: "string", env: "DATELINE_STAGE", value: "NAME", default: "dev", help: "dev or prod" },
    context: {
      type: "string",
      multiple: true,
      value: "NAME=VALUE",
      help: "A setting of the stack such as domainName=newsroom.example.org",
    },
    content: CONTENT_OPTION,
    state: STATE_OPTION,
    "without-web-acl": {
      type: "boolean",
      help: "No web ACL that counts requests by address: saves its price, leaves the limits that the functions keep",
    },
    yes: { type: "boolean", help: "Does not ask before permissions change" },
  },
  examples: [
    "npm run deploy -- --stage dev",
    "npm run deploy -- --stage prod --context domainName=newsroom.example.org --context certificateArn=arn:aws:acm:us-east-1:…",
  ],
  run: async (values) => {
    const stage = stageName(values.stage);
    values.context.forEach(requireSetting);
    requireContent(values.content);
    const { deploy } = await import("../operating/deploy-work.ts");
    return deploy({ ...values, stage, withoutWebAcl: values["without-web-acl"] });
  },
});

/** @throws Refusal `option-invalid` */
function requireSetting(setting: string): void {
  const [name = ""] = setting.split("=", 1);
  if (name === "stage")
    throw invalid("--context: the stage is no setting.", "Give --stage dev or --stage prod.");
  if (!/^[\w@/:.-]+=./.test(setting))
    throw invalid(
      `--context: ${setting} is no setting.`,
      "Write NAME=VALUE, such as domainName=newsroom.example.org.",
    );
}

function invalid(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
