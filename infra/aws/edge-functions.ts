import { fileURLToPath } from "node:url";
import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";

/** The small functions that CloudFront runs itself: the very files that the local edge runs. */
export class EdgeFunctions extends Construct {
  /** Before the cache is asked: one form for every address, the language at `/`, 405 for other methods, windows of media. */
  readonly viewerRequest: FunctionAssociation;
  /** Before bytes of `/media/` leave: how long to keep them, and their digest. */
  readonly mediaResponse: FunctionAssociation;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.viewerRequest = this.association(
      "ViewerRequest",
      "edge/viewer-request.js",
      FunctionEventType.VIEWER_REQUEST,
    );
    this.mediaResponse = this.association(
      "MediaResponse",
      "edge/media-response.js",
      FunctionEventType.VIEWER_RESPONSE,
    );
  }

  private association(id: string, file: string, eventType: FunctionEventType): FunctionAssociation {
    const code = FunctionCode.fromFile({ filePath: fileURLToPath(new URL(file, import.meta.url)) });
    return { eventType, function: new EdgeFunction(this, id, { runtime: FunctionRuntime.JS_2_0, code }) };
  }
}
