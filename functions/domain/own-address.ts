import { SEGMENTS } from "./addresses.ts";

/** What is behind the host of an address: path, query and anchor. */
export interface OwnAddress {
  readonly host: string;
  readonly path: string;
}

/** Where the newsroom runs on somebody's own machine. */
const THIS_MACHINE: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Takes an address of the web apart, however it is spelled: in capitals, with `www.`, with the port that its scheme has
 * anyway. Undefined for what is none.
 */
export function webAddressParts(href: string): OwnAddress | undefined {
  if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return undefined;
  const { hostname, host, pathname, search, hash } = new URL(href);
  const name = THIS_MACHINE.has(hostname) ? hostname : host; // there the port may be any
  return { host: name.replace(/^www\./, ""), path: `${pathname}${search}${hash}` };
}

/** What stands at addresses of a newsroom and of hardly any other site. */
const NEWSROOM_PATH = new RegExp(
  `^/(?:[a-z]{2}/(?:${[...Object.values(SEGMENTS), "topics", "series", "register"].join("|")})/|downloads/|media/)`,
);

/**
 * The path of an address of the newsroom itself, which somebody wrote with its host; undefined for any other. The domain
 * that names its calendar entries may be that of the whole organisation, so there only what is surely of a newsroom counts.
 *
 * @param address scheme and host of the public address
 */
export function ownPath(
  href: string,
  { address, authority }: { readonly address: string; readonly authority: string | undefined },
): string | undefined {
  const parts = webAddressParts(href);
  if (!parts) return undefined;
  const { host, path } = parts;
  if (THIS_MACHINE.has(host) || host === webAddressParts(address)?.host) return path;
  return authority !== undefined && host === authority.replace(/^www\./, "") && NEWSROOM_PATH.test(path)
    ? path
    : undefined;
}
