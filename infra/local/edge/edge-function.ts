import vm from "node:vm";
import type { Clock } from "../../../functions/domain/instant.ts";
import { type EdgeScript, edgeSource } from "../../aws/edge/edge-source.ts";

/** How CloudFront hands a header, a query parameter or a cookie to a function; names are in lower case. */
export interface EdgeValue {
  value: string;
  multiValue?: { value: string }[];
}

/** The request as a function of CloudFront's edge sees it. */
export interface EdgeRequest {
  method: string;
  /** Path as the reader sent it, still encoded. */
  uri: string;
  querystring: Record<string, EdgeValue>;
  headers: Record<string, EdgeValue>;
  cookies: Record<string, EdgeValue>;
  /** The query without its question mark; undefined when there is not even that. */
  rawQueryString(): string | undefined;
}

export interface EdgeResponse {
  statusCode: number;
  statusDescription?: string;
  headers: Record<string, EdgeValue>;
  body?: string | { encoding: "text" | "base64"; data: string };
}

export interface EdgeEvent {
  version: "1.0";
  context: { eventType: "viewer-request" | "viewer-response" };
  viewer: { ip: string };
  request: EdgeRequest;
  response?: EdgeResponse;
}

/** Answers a request (which goes on) or a response. */
export type EdgeFunction = (event: EdgeEvent) => EdgeRequest | EdgeResponse;

const TIME_LIMIT_MS = 1_000;

/** Gives a realm another time, for all that asks it there. */
const SET_CLOCK = `(now) => {
  const SystemDate = Date;
  globalThis.Date = class Date extends SystemDate {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [now()]));
    }
    static now() {
      return now();
    }
  };
}`;

/**
 * Loads a file of `infra/aws/edge` as CloudFront does: a script without modules whose `handler` is called, in a
 * realm that has the language and nothing of Node.
 *
 * @param clock tells the time there
 */
export function loadEdgeFunction(name: EdgeScript, clock: Clock = () => new Date()): EdgeFunction {
  const realm = vm.createContext(Object.create(null));
  new vm.Script(SET_CLOCK).runInContext(realm)(() => clock().getTime());
  new vm.Script(edgeSource(name), { filename: `${name}.js` }).runInContext(realm);
  const call = new vm.Script("handler(event)");
  return (event) => {
    realm.event = event;
    return call.runInContext(realm, { timeout: TIME_LIMIT_MS });
  };
}

export function isEdgeResponse(result: EdgeRequest | EdgeResponse): result is EdgeResponse {
  return "statusCode" in result;
}

/**
 * A request in CloudFront's shape.
 *
 * @param target path and query as they stand in the request line
 */
export function edgeEvent(
  method: string,
  target: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  ip = "127.0.0.1",
): EdgeEvent {
  const question = target.indexOf("?");
  const query = question < 0 ? undefined : target.slice(question + 1);
  return {
    version: "1.0",
    context: { eventType: "viewer-request" },
    viewer: { ip },
    request: {
      method,
      uri: question < 0 ? target : target.slice(0, question),
      querystring: parameters(query ?? ""),
      headers: valuesOf(headers),
      cookies: {},
      rawQueryString: () => query,
    },
  };
}

function valuesOf(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const values: Record<string, EdgeValue> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) values[name.toLowerCase()] = { value: [value].flat().join(",") };
  }
  return values;
}

/** Values stay encoded, as CloudFront leaves them. */
function parameters(query: string): Record<string, EdgeValue> {
  const parsed: Record<string, EdgeValue> = {};
  for (const pair of query.split("&").filter(Boolean)) {
    const equals = pair.indexOf("=");
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = equals < 0 ? "" : pair.slice(equals + 1);
    const known = Object.hasOwn(parsed, name) ? parsed[name] : undefined;
    if (!known) parsed[name] = { value };
    else if (known.multiValue) known.multiValue.push({ value });
    else known.multiValue = [{ value: known.value }, { value }];
  }
  return parsed;
}
