import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import type { EdgeScript } from "../edge/edge-source.ts";
import { edgeCode } from "./edge-code.ts";

/** The small functions that CloudFront runs itself: the files that the local edge runs, without their comments. */
export class EdgeFunctions extends Construct {
  /** Before the cache is asked: one form for every address, the language at `/`, 405 for other methods, windows of media. */
  readonly viewerRequest: FunctionAssociation;
  /** Before bytes of `/media/` leave: how long to keep them, and their digest. */
  readonly mediaResponse: FunctionAssociation;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.viewerRequest = this.association(
      "ViewerRequest",
      "viewer-request",
      FunctionEventType.VIEWER_REQUEST,
    );
    this.mediaResponse = this.association(
      "MediaResponse",
      "media-response",
      FunctionEventType.VIEWER_RESPONSE,
    );
  }

  private association(id: string, name: EdgeScript, eventType: FunctionEventType): FunctionAssociation {
    const code = FunctionCode.fromInline(edgeCode(name));
    return { eventType, function: new EdgeFunction(this, id, { runtime: FunctionRuntime.JS_2_0, code }) };
  }
}
