import { API_HOME_PATH, OPENAPI_PATH } from "../../domain/addresses.ts";
import { page } from "../pages/frame/page.tsx";
import type { PageContext } from "../pages/frame/page-context.ts";
import type {
  ApiOperation,
  ComponentProperty,
  JsonSchema,
  OpenApi,
  Parameter,
  PathItem,
  Referring,
} from "./openapi.ts";

/**
 * The page that explains the API to people, in English. Addresses, parameters and examples are those of the OpenAPI
 * document, so that the page cannot tell another story.
 */
export function apiPage(context: PageContext, api: OpenApi): string {
  const facts = {
    title: "API",
    description: api.info.description,
    canonical: API_HOME_PATH,
    languages: [],
  };
  return page(
    context,
    facts,
    <article class="text">
      <h1>API</h1>
      <p class="stand-first">{api.info.description}</p>
      <p>
        Programs read the same as an <a href={OPENAPI_PATH}>OpenAPI {api.openapi} document</a>.
      </p>
      <Start context={context} />
      {api.tags.map((tag) => (
        <Collection api={api} context={context} name={tag.name} description={tag.description} />
      ))}
      <Parameters api={api} />
      <Paging context={context} />
      <Conditional context={context} />
      <Use />
    </article>,
  );
}

function Start({ context: { site } }: { context: PageContext }) {
  return (
    <>
      <h2>First request</h2>
      <Curl command={`"${site.address}/api/v1/releases?limit=3"`} />
      <p>
        A list answers <code>href</code>, <code>count</code>, <code>links</code> and <code>data</code>; each
        item of <code>data</code> names its own address in <code>links.self</code>, where it stands in full,
        and its page for readers in <code>links.page</code>. Every address in an answer is absolute, every
        time is UTC, and fields may be added at any time.
      </p>
    </>
  );
}

function Collection({
  api,
  context,
  name,
  description,
}: {
  api: OpenApi;
  context: PageContext;
  name: string;
  description: string;
}) {
  const paths = Object.entries(api.paths).filter(([, { get }]) => get.tags?.includes(name));
  return (
    <>
      <h2 id={name}>{name.charAt(0).toUpperCase() + name.slice(1)}</h2>
      <p>{description}</p>
      {paths.map(([path, { get }]) => (
        <>
          <h3>{get.summary}</h3>
          <p>
            <code>GET {path}</code>
          </p>
          <p>
            Parameters:{" "}
            {parametersOf(api, get).map((parameter, n) => (
              <>
                {n > 0 && ", "}
                <a href={`#parameter-${parameter.name}`}>
                  <code>{parameter.name}</code>
                </a>
              </>
            ))}
          </p>
          {!path.endsWith("{id}") && (
            <Curl command={`"${context.site.address}${exampleOf(path, api, get)}"`} />
          )}
        </>
      ))}
      <Fields api={api} schema={schemaOf(paths)} />
    </>
  );
}

/** What stands at the item's own address; a list shows the first of it. */
function Fields({ api: { components }, schema }: { api: OpenApi; schema: string }) {
  const described = ({ $ref = "", description }: ComponentProperty) =>
    plain(description ?? components.schemas[$ref.split("/").at(-1) ?? ""]?.description ?? "");
  return (
    <details>
      <summary>Fields</summary>
      <ul>
        {Object.entries(components.schemas[schema]?.properties ?? {}).map(([name, property]) => (
          <li>
            <code>{name}</code> – {described(property)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Parameters({ api }: { api: OpenApi }) {
  const all = Object.values(api.components.parameters);
  const query = all.filter((each) => each.in === "query");
  return (
    <>
      <h2>Parameters</h2>
      <p>
        An unknown parameter, or a value that is not valid, is refused with 400 and an answer of type{" "}
        <code>application/problem+json</code> that names the parameter in <code>field</code> and, where they
        can be counted, the valid values in <code>allowed</code>.
      </p>
      <ul>
        <li id="parameter-id">
          <code>id</code> – in the address: a UUID for releases, events and kits, a word for figures and
          statements. It stands in every list, and never changes.
        </li>
        {query.map((parameter) => (
          <li id={`parameter-${parameter.name}`}>
            <code>{parameter.name}</code> – {plain(parameter.description)} {valuesOf(parameter.schema)}
          </li>
        ))}
      </ul>
    </>
  );
}

function Paging({ context: { site } }: { context: PageContext }) {
  return (
    <>
      <h2>Paging, and keeping a copy</h2>
      <p>
        Lists are told newest first. Follow <code>links.next</code> until it is absent; the same address
        stands in the <code>Link</code> header. A cursor holds for the list that gave it out and says nothing
        to people.
      </p>
      <p>
        To keep a copy up to date, ask with <code>updatedSince</code>: it answers what changed since, the
        oldest change first, and new publications at the instant at which they became public. Walk to the last
        page, note the time at which you began, and begin there next time, less ten minutes: an item that
        comes twice is the same item, known by its <code>uri</code>.
      </p>
      <Curl command={`"${site.address}/api/v1/releases?updatedSince=2020-07-30T00:00:00Z"`} />
      <p>
        Whatever has <code>pubStatus</code> <code>canceled</code> no longer stands: use nothing of it. Such a
        list also tells of items that have left, with <code>leaving</code> saying how. An answer of 404 or 410
        for an item that you hold means that it is no longer published: remove your copy.
      </p>
    </>
  );
}

function Conditional({ context: { site } }: { context: PageContext }) {
  return (
    <>
      <h2>Asking politely</h2>
      <p>
        Every answer carries <code>ETag</code> and <code>Last-Modified</code>. Send them back as{" "}
        <code>If-None-Match</code> or <code>If-Modified-Since</code>: as long as nothing changed, the answer
        is 304 without a body. Once a minute is often enough. Scripts of any site may read the API.
      </p>
      <Curl command={`--etag-save etag --etag-compare etag "${site.address}/api/v1/events?when=upcoming"`} />
    </>
  );
}

function Use() {
  return (
    <>
      <h2>What you may do with it</h2>
      <p>
        Figures and statements come with a <code>citation</code> that names source, date and address: keep it
        with them. A statement whose <code>kind</code> is <code>paraphrase</code> must not be put in quotation
        marks. Each file of a media kit carries its <code>licence</code>, its <code>usageTerms</code> and its{" "}
        <code>creditLine</code>: they hold wherever the file goes. What a kit names under{" "}
        <code>takenDown</code> must be deleted.
      </p>
    </>
  );
}

function Curl({ command }: { command: string }) {
  return (
    <p>
      <code>curl {command}</code>
    </p>
  );
}

function parametersOf(api: OpenApi, operation: ApiOperation): Parameter[] {
  return (operation.parameters ?? []).flatMap((referring) => parameterAt(api, referring) ?? []);
}

function parameterAt(api: OpenApi, { $ref }: Referring): Parameter | undefined {
  return api.components.parameters[$ref.split("/").at(-1) ?? ""];
}

/** A list with the parameter that is most its own. */
function exampleOf(path: string, api: OpenApi, operation: ApiOperation): string {
  const when = parametersOf(api, operation).some((each) => each.name === "when");
  return when ? `${path}?when=upcoming` : `${path}?language=ru`;
}

/** The name of the schema of an item: that of the answer at its own address. */
function schemaOf(paths: readonly (readonly [string, PathItem])[]): string {
  const item = paths.find(([path]) => path.endsWith("{id}"));
  return item?.[1].get.operationId.replace(/^get/, "") ?? "";
}

/** A description without its marks for code. */
function plain(description: string): string {
  return description.replaceAll("`", "");
}

/** The values that a parameter takes, in words. */
function valuesOf({ enum: values, minimum, maximum, format }: JsonSchema): string {
  if (values) return `Values: ${values.join(", ")}.`;
  if (minimum !== undefined)
    return maximum === undefined ? `From ${minimum} on.` : `From ${minimum} to ${maximum}.`;
  return format === "date-time" ? "For example 2020-07-30T05:00:00Z." : "";
}
