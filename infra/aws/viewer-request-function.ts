import { fileURLToPath } from "node:url";
import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";

/** The small function that CloudFront runs before it asks its cache: the very file that the local edge runs. */
export class ViewerRequestFunction extends Construct {
  readonly function: EdgeFunction;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.function = new EdgeFunction(this, "Function", {
      comment: "Normalises addresses, sends / to the reader's language, refuses other methods",
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromFile({
        filePath: fileURLToPath(new URL("edge/viewer-request.js", import.meta.url)),
      }),
    });
  }
}
