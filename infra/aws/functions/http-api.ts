import { type Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { type IOrigin, OriginProtocolPolicy } from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { type IMetric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { EDGE_SECRET_HEADER } from "../../../functions/domain/edge-header.ts";
import { METRICS_NAMESPACE, STAGE_DIMENSION } from "../../../functions/domain/metrics.ts";
import type { EdgeSecrets } from "../delivery/edge-secrets.ts";
import type { Stage } from "../stage/stage.ts";

export interface EdgeHttpApiProps {
  readonly stage: Stage;
  readonly secrets: EdgeSecrets;
}

/** Requests a second, and at once, before callers are told 429: people press buttons, they do not poll. */
const RATE = 50;
const BURST = 100;

export interface Throttle {
  /** Requests a second. */
  readonly rateLimit: number;
  /** Requests at once. */
  readonly burstLimit: number;
}

/**
 * The HTTP API for what people submit: a form cannot send the body hash that origin access control asks for. Its
 * address is public, so each request through the edge carries a secret, and the functions answer nobody without it.
 */
export class EdgeHttpApi extends Construct {
  /** For the distribution: sends the secret with every request. */
  readonly origin: IOrigin;
  readonly #api: HttpApi;
  readonly #stage: CfnStage;
  readonly #turnedAway: MetricFilter;
  readonly #stageName: string;

  constructor(scope: Construct, id: string, { stage, secrets }: EdgeHttpApiProps) {
    super(scope, id);
    this.#stageName = stage.name;
    this.#api = new HttpApi(this, "Api", {
      description: `Dateline ${stage.name}: what people open and submit`,
      createDefaultStage: false,
    });
    const log = new LogGroup(this, "Log", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: stage.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const apiStage = new HttpStage(this, "Stage", {
      httpApi: this.#api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: RATE, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLog(stage) },
    });
    this.#stage = cfnStageOf(apiStage);
    this.#turnedAway = new MetricFilter(this, "TurnedAway", {
      logGroup: log,
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue("$.status", "=", TOO_MANY),
        FilterPattern.stringValue("$.answered", "!=", TOO_MANY), // the function's own limits are no crowd
      ),
      metricNamespace: METRICS_NAMESPACE,
      metricName: "TurnedAway",
      dimensions: { [STAGE_DIMENSION]: "$.stage" },
    });
    this.origin = new HttpOrigin(`${this.#api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      customHeaders: { [EDGE_SECRET_HEADER]: secrets.sent.unsafeUnwrap() }, // a reference: see EdgeSecrets
    });
  }

  /** How often it answered that something is wrong on our side, whichever function that was. */
  serverErrors(period: Duration): IMetric {
    return this.#api.metricServerError({ period, statistic: Stats.SUM });
  }

  /** How often more came than it lets through. The API has no metric of its own for it (4xx counts every lost link). */
  turnedAway(period: Duration): IMetric {
    const dimensionsMap = { [STAGE_DIMENSION]: this.#stageName };
    return this.#turnedAway.metric({ dimensionsMap, period, statistic: Stats.SUM });
  }

  /**
   * Sends every method of a path to a function.
   * @param throttle instead of the stage's own
   */
  send(path: string, to: LambdaFunction, throttle?: Throttle): void {
    const routes = this.#api.addRoutes({
      path,
      methods: [HttpMethod.ANY],
      integration: new HttpLambdaIntegration(`${to.node.path.split("/").at(-2)}Integration`, to, {
        payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
      }),
    });
    if (!throttle) return;
    this.#stage.addPropertyOverride(`RouteSettings.${HttpMethod.ANY} ${path}`, {
      ThrottlingRateLimit: throttle.rateLimit,
      ThrottlingBurstLimit: throttle.burstLimit,
    });
    this.#stage.node.addDependency(...routes); // settings of a route that is not there yet are refused
  }
}

function cfnStageOf(stage: HttpStage): CfnStage {
  const { defaultChild } = stage.node;
  if (defaultChild instanceof CfnStage) return defaultChild;
  throw new Error("The stage of the HTTP API has no resource.");
}

/** RFC 6585, section 4; the log has it as text. */
const TOO_MANY = "429";

/** The route instead of the path, which holds tokens, and no address of a person: what an operator needs and no more. */
const accessLog = ({ name }: Stage) =>
  AccessLogFormat.custom(
    JSON.stringify({
      stage: name,
      time: "$context.requestTime",
      requestId: "$context.requestId",
      route: "$context.routeKey",
      status: "$context.status",
      answered: "$context.integration.status", // by the function; a dash where it was not asked
      bytes: "$context.responseLength",
      milliseconds: "$context.responseLatency",
      error: "$context.integrationErrorMessage",
    }),
  );
